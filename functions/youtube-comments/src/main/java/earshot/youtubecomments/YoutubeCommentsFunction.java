package earshot.youtubecomments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.casebook.PolicyBook;
import earshot.polling.PollSchedule;
import earshot.polling.Poller;
import earshot.polling.Quota;
import earshot.queue.QueueSender;
import earshot.queue.SdkQueueSender;
import earshot.settings.Renewed;
import earshot.settings.Settings;
import earshot.webhook.Dispatch;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Asks YouTube each minute for the comments under the videos of our channels. */
public final class YoutubeCommentsFunction implements RequestStreamHandler {
    private static final String FUNCTION = "youtube-comments";

    /** At whose midnight YouTube's day begins. */
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final int LEAST_QUOTA = 10;
    private static final int MOST_QUOTA = 100_000_000;
    private static final int USUAL_QUOTA = 10_000;

    private final PolicyBook policies;
    private final Poller poller;
    private final int quota;

    public YoutubeCommentsFunction() {
        this(System.getenv());
    }

    public YoutubeCommentsFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /**
     * @param clock says what day it is and how much of it is over
     */
    public YoutubeCommentsFunction(Map<String, String> environment, Clock clock) {
        this(environment, new Settings(environment), clock, System.out);
    }

    private YoutubeCommentsFunction(
            Map<String, String> environment, Settings settings, Clock clock, PrintStream log) {
        this(
                environment,
                settings,
                new SdkQueueSender(SdkQueueSender.client(settings)),
                clock,
                log);
    }

    /**
     * @param log gets one line a poll
     */
    YoutubeCommentsFunction(
            Map<String, String> environment,
            Settings settings,
            QueueSender sender,
            Clock clock,
            PrintStream log) {
        var table = CaseTable.open(settings);
        policies = table.policies(clock);
        quota = settings.number("EARSHOT_YOUTUBE_QUOTA", LEAST_QUOTA, MOST_QUOTA, USUAL_QUOTA);
        var dispatch = new Dispatch(Comment.YOUTUBE, settings, sender, log);
        settings.orThrow();
        var access =
                Renewed.of(
                        environment,
                        DefaultCredentialsProvider.builder().build()::resolveCredentials,
                        clock,
                        log::println,
                        DataApi.Access::of);
        var cursors = table.cursors();
        var units = new Quota(cursors, FUNCTION, quota, PACIFIC);
        poller = new Poller(FUNCTION, new DataApi(access), cursors, units, dispatch, clock);
    }

    /** What time it is says all: the schedule's event is not read and nothing is answered. */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        poll();
    }

    void poll() {
        var channels = policies.current().directory().accountsOf(Comment.YOUTUBE);
        var holder = UUID.randomUUID().toString();
        poller.poll(channels, holder, PollSchedule.eachMinute(channels.size(), quota));
    }
}
