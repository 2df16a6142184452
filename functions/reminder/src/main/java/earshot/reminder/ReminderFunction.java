package earshot.reminder;

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
import java.util.Map;

/** The Lambda behind the queue {@code clock}. */
public final class ReminderFunction implements RequestStreamHandler {
    private final ClockBatch rings;

    public ReminderFunction() {
        this(System.getenv());
    }

    public ReminderFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /**
     * @param clock says what is due
     */
    public ReminderFunction(Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        var table = CaseTable.open(settings);
        var sender = new SdkQueueSender(SdkQueueSender.client(settings));
        var queues =
                new Outbox.Queues(
                        settings.text("EARSHOT_QUEUE_CLOCK"),
                        settings.text("EARSHOT_QUEUE_NOTICES"));
        settings.orThrow();
        var policies = table.policies(clock);
        var outbox = new Outbox(table, policies, sender, queues, clock);
        rings = new ClockBatch(new StepDecision(table, policies, outbox, clock), clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        handle(event, answer);
    }

    void handle(InputStream event, OutputStream answer) throws IOException {
        SqsBatch.answer(rings.ring(SqsBatch.read(event).messages()), answer);
    }
}
