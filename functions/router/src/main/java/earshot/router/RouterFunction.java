package earshot.router;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.casebook.Outbox;
import earshot.queue.SdkQueueSender;
import earshot.queue.SqsBatch;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The Lambda behind the queues {@code posts} and {@code commands}. */
public final class RouterFunction implements RequestStreamHandler {
    private static final Duration BUDGET = Duration.ofSeconds(5);

    /** How long a comment waits, once, for the post above it. */
    private static final int WAIT_SECONDS = 15;

    private final Router router;
    private final Visibility visibility;

    public RouterFunction() {
        this(System.getenv());
    }

    public RouterFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /**
     * @param clock stamps what is written; no clock of a customer's is read from it
     */
    public RouterFunction(Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        var table = CaseTable.open(settings);
        var sqs = SdkQueueSender.client(settings);
        var sender = new SdkQueueSender(sqs);
        var queues =
                new Outbox.Queues(
                        settings.text("EARSHOT_QUEUE_CLOCK"),
                        settings.text("EARSHOT_QUEUE_NOTICES"));
        var posts = settings.text("EARSHOT_QUEUE_POSTS");
        int wait = settings.number("EARSHOT_PARENT_WAIT_SECONDS", 0, 900, WAIT_SECONDS);
        var refused = new Quarantine(sender, settings.text("EARSHOT_QUEUE_QUARANTINE"));
        visibility = new Visibility(sqs, posts, settings.text("EARSHOT_QUEUE_COMMANDS"));
        settings.orThrow();
        var policies = table.policies(clock);
        var outbox = new Outbox(table, policies, sender, queues, clock);
        router =
                new Router(
                        new Filing(table, policies, sender, new Filing.Later(posts, wait)),
                        new Folding(table, policies, outbox, clock),
                        new Commanding(table, policies, outbox, clock),
                        refused,
                        new Retry.Budget(BUDGET, System::nanoTime));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        handle(event, answer);
    }

    void handle(InputStream event, OutputStream answer) throws IOException {
        var failed = router.route(SqsBatch.read(event).messages());
        visibility.soon(failed.soon());
        SqsBatch.answer(failed.ids(), answer);
    }
}
