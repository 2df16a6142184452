package earshot.reminder;

import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.queue.ClockMessage;
import earshot.queue.SqsMessage;
import earshot.queue.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a batch of clock messages, each by itself. */
final class ClockBatch {
    /** A write that came first is seldom followed by another: the queue brings back the rest. */
    private static final int TRIES = 5;

    private final StepDecision ringing;
    private final Clock clock;

    /**
     * @param clock says how late a step was decided
     */
    ClockBatch(StepDecision ringing, Clock clock) {
        this.ringing = ringing;
        this.clock = clock;
    }

    /**
     * @return the ids of the messages that are to come again
     */
    List<String> ring(List<SqsMessage> messages) {
        var failed = new ArrayList<String>();
        for (var message : messages) {
            try {
                if (ring(message) == StepDecision.Outcome.LOST) {
                    failed.add(message.messageId());
                }
            } catch (RuntimeException e) {
                print(message, "failed " + e.getClass().getName(), Json.object());
                failed.add(message.messageId());
            }
        }
        return failed;
    }

    private StepDecision.Outcome ring(SqsMessage message) {
        var step = Wire.clock(message.body());
        var rung = StepDecision.Outcome.LOST;
        for (int i = 0; i < TRIES && rung == StepDecision.Outcome.LOST; i++) {
            rung = ringing.ring(step);
        }
        print(message, rung.name().toLowerCase(Locale.ROOT), line(rung, step));
        return rung;
    }

    /** Only what was decided was on time or late. */
    private JsonMembers line(StepDecision.Outcome rung, ClockMessage step) {
        var late = Duration.between(Timestamp.parse(step.stepKey()), clock.instant());
        var line = Json.object();
        return rung == StepDecision.Outcome.DECIDED
                ? line.with("late", Json.of(late.toMillis()))
                : line;
    }

    private static void print(SqsMessage message, String outcome, JsonMembers line) {
        System.out.println(
                line.with("event", "clock")
                        .with("messageId", message.messageId())
                        .with("outcome", outcome)
                        .write());
    }
}
