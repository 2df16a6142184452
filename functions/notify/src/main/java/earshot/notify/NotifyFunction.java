package earshot.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.queue.SdkQueueSender;
import earshot.queue.SqsBatch;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

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
        var channel = Channel.of(settings);
        var announcements =
                new Announcements(
                        new SdkQueueSender(SdkQueueSender.client(settings)),
                        settings.optional("EARSHOT_QUEUE_ANNOUNCEMENTS"));
        settings.orThrow();
        var round = new Round(table, table.policies(clock), channel, announcements, clock);
        notifier =
                new Notifier(table.notices(), round, new Deadline.Budget(BUDGET, System::nanoTime));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        SqsBatch.answer(notifier.deliver(SqsBatch.read(event).messages()), answer);
    }
}
