package earshot.youtubelease;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.settings.Renewed;
import earshot.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The Lambda that looks after the hub's leases, each hour. */
public final class YoutubeLeaseFunction implements RequestStreamHandler {
    private static final URI HUB = URI.create("https://pubsubhubbub.appspot.com/subscribe");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final LeaseLog log;
    private final @Nullable Renewals renewals;

    public YoutubeLeaseFunction() {
        this(System.getenv());
    }

    public YoutubeLeaseFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC(), System.out);
    }

    /**
     * @param clock says what is due
     * @param out gets one line per channel
     */
    public YoutubeLeaseFunction(Map<String, String> environment, Clock clock, PrintStream out) {
        var settings = new Settings(environment);
        var table = CaseTable.open(settings);
        var callback = settings.optionalUrl("EARSHOT_YOUTUBE_CALLBACK");
        var hub = settings.optionalUrl("EARSHOT_YOUTUBE_HUB_URL");
        settings.orThrow();
        log = new LeaseLog(out);
        if (callback == null || HERE.contains(callback.getHost())) {
            renewals = null;
            return;
        }
        var secrets =
                Renewed.of(
                        environment,
                        DefaultCredentialsProvider.builder().build()::resolveCredentials,
                        clock,
                        log::idle,
                        HubSecrets::of);
        renewals =
                new Renewals(
                        new Hub(Objects.requireNonNullElse(hub, HUB), callback),
                        secrets,
                        table.policies(clock),
                        table.cursors(),
                        log,
                        clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        handle(context.getAwsRequestId());
    }

    /** What time it is says all: the schedule's event is not read and nothing is answered. */
    void handle(String requestId) {
        if (renewals == null) {
            log.idle("no callback that a hub could reach");
        } else {
            renewals.run(requestId);
        }
    }
}
