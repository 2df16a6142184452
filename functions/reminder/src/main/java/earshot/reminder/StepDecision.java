package earshot.reminder;

import earshot.casebook.CaseTable;
import earshot.casebook.Cases;
import earshot.casebook.Outbox;
import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.Reminder;
import earshot.domain.policy.Policies;
import earshot.queue.ClockMessage;
import java.time.Clock;

/**
 * Takes one message of the clock. The case is read again at its instant; one conditional write
 * decides the step, so that a step is never decided on a version that holds the answer.
 */
final class StepDecision {
    private final CaseTable table;
    private final Policies policies;
    private final Outbox outbox;
    private final Clock clock;

    StepDecision(CaseTable table, Policies policies, Outbox outbox, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of a message. */
    enum Outcome {
        /** The case shows another step: whoever moved it sends that one. */
        VOID,
        /** It came early and was sent again with the rest. */
        EARLY,
        DECIDED,
        /** Another write came first: to be tried again. */
        LOST
    }

    /** Tries once. */
    Outcome ring(ClockMessage message) {
        var found = table.cases().find(message.caseId());
        if (found.isEmpty() || !shows(found.get(), message)) {
            return Outcome.VOID;
        }
        var now = clock.instant();
        var before = found.get();
        if (before.stepKey() != null && before.stepKey().isAfter(now)) {
            outbox.wake(new Cases.Due(message.caseId(), message.stepKey()));
            return Outcome.EARLY;
        }
        // What is pending comes first: it may have been left by somebody who was stopped.
        var settled = before.pending().isEmpty() ? before : outbox.settle(before);
        var after = new Reminder(policies, now).decide(settled);
        if (after.equals(settled)) {
            return Outcome.DECIDED;
        }
        if (!table.cases().write(after)) {
            return Outcome.LOST;
        }
        outbox.settle(after);
        return Outcome.DECIDED;
    }

    private static boolean shows(Case found, ClockMessage message) {
        var stepKey = found.stepKey();
        return stepKey != null && Timestamp.of(stepKey).equals(message.stepKey());
    }
}
