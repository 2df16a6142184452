package earshot.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.queue.SdkQueueSender;
import earshot.queue.SqsBatch;
import earshot.settings.Renewed;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The Lambda behind the queue {@code notices}. */
public final class NotifyFunction implements RequestStreamHandler {
    /** Of the ten seconds that the function has: the rest is for noting what was delivered. */
    private static final Duration BUDGET = Duration.ofSeconds(7);

    private final Notifier notifier;

    public NotifyFunction() {
        this(System.getenv());
    }

    public NotifyFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /**
     * @param clock tells what time is left or over, and when a notice was sent
     */
    public NotifyFunction(Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        var table = CaseTable.open(settings);
        var channel = channel(settings.optionalUrl("EARSHOT_NOTIFY_URL"), environment, clock);
        var announcements =
                new Announcements(
                        new SdkQueueSender(SdkQueueSender.client(settings)),
                        settings.optional("EARSHOT_QUEUE_ANNOUNCEMENTS"));
        settings.orThrow();
        var policies = table.policies(clock);
        notifier =
                new Notifier(
                        table.notices(),
                        () -> Gate.of(table, policies, clock.instant()),
                        new Round(table, policies, channel, announcements, clock),
                        new Deadline.Budget(BUDGET, System::nanoTime));
    }

    /** Without a URL no secret is asked for. */
    private static Channel channel(
            @Nullable URI url, Map<String, String> environment, Clock clock) {
        if (url == null) {
            return new LogChannel();
        }
        Supplier<SigningKeys> keys =
                Renewed.of(
                        environment,
                        DefaultCredentialsProvider.builder().build()::resolveCredentials,
                        clock,
                        Log::stale,
                        settings -> SigningKeys.of(settings, "EARSHOT_NOTIFY_SECRET"));
        return new SignedWebhook(url, keys);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        SqsBatch.answer(notifier.deliver(SqsBatch.read(event).messages()), answer);
    }
}
