package earshot.sweep;

import static java.time.ZoneOffset.UTC;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.casebook.CaseTable;
import earshot.casebook.Cases;
import earshot.casebook.Outbox;
import earshot.domain.Timestamp;
import earshot.domain.policy.Policies;
import earshot.json.Json;
import earshot.queue.SdkQueueSender;
import earshot.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sends to the clock whatever is due within the next 150 s, overdue included. The router and the
 * reminder send near steps themselves: this finds the far ones as they come near, and what a stop
 * between a write and its message has left behind. Notices that are held go out again when their
 * mute is over.
 */
public final class SweepFunction implements RequestStreamHandler {
    /** A census reads every open case: seldom. */
    private static final int CENSUS_MINUTES = 5;

    private final CaseTable table;
    private final Policies policies;
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
        policies = table.policies(clock);
        outbox = new Outbox(table, policies, sender, queues, clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        handle(event, answer);
    }

    /** What time it is says all: the schedule's event is not read and nothing is answered. */
    void handle(InputStream event, OutputStream answer) {
        var now = clock.instant();
        var due = table.cases().due(now.plus(Outbox.NEAR)).toList();
        outbox.wake(due);
        var held = table.notices().held(table.mutes().areSettling(now) ? null : now).toList();
        outbox.tellHeld(held);
        System.out.println(
                Json.object()
                        .with("event", "sweep")
                        .with("woken", due.size())
                        .with("overdue", Json.of(overdue(due, now).toMillis()))
                        .with("released", held.size())
                        .write());
        if (now.atZone(UTC).getMinute() % CENSUS_MINUTES == 0) {
            policies.current().directory().teams().keySet().forEach(team -> count(team, now));
        }
    }

    /**
     * How long the step that was due first has been waiting: seconds are usual, minutes are not.
     */
    private static Duration overdue(List<Cases.Due> due, Instant now) {
        return due.stream()
                .map(step -> Duration.between(Timestamp.parse(step.stepKey()), now))
                .max(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private void count(String team, Instant now) {
        var standing = table.cases().standing(team);
        var line =
                Json.object()
                        .with("event", "standing")
                        .with("team", team)
                        .with("open", Json.of(standing.open()));
        if (standing.oldest() != null) {
            var age = Duration.between(standing.oldest(), now);
            line.with("oldest", Json.of(age.toMillis()));
        }
        System.out.println(line.write());
    }
}
