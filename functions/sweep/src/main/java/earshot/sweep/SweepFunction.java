package earshot.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.casebook.Outbox;
import earshot.json.Json;
import earshot.queue.SdkQueueSender;
import earshot.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/**
 * Sends to the clock whatever is due within the next 150 s, overdue included. The router and the
 * reminder send near steps themselves: this finds the far ones as they come near, and what a stop
 * between a write and its message has left behind.
 */
public final class SweepFunction implements RequestStreamHandler {
    private final CaseTable table;
    private final Outbox outbox;
    private final Clock clock;

    public SweepFunction() {
        this(System.getenv());
    }

    public SweepFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    /**
     * @param clock says what is near
     */
    public SweepFunction(Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        this.clock = clock;
        table = CaseTable.open(settings);
        var sender = new SdkQueueSender(SdkQueueSender.client(settings));
        var queues =
                new Outbox.Queues(
                        settings.text("EARSHOT_QUEUE_CLOCK"),
                        settings.text("EARSHOT_QUEUE_NOTICES"));
        settings.orThrow();
        outbox = new Outbox(table, table.policies(clock), sender, queues, clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        handle(event, answer);
    }

    /** What time it is says all: the schedule's event is not read and nothing is answered. */
    void handle(InputStream event, OutputStream answer) {
        var due = table.cases().due(clock.instant().plus(Outbox.NEAR)).toList();
        outbox.wake(due);
        System.out.println(Json.object().with("event", "sweep").with("woken", due.size()).write());
    }
}
