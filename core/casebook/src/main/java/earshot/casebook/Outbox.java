package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseLinks;
import earshot.domain.cases.Notice;
import earshot.domain.cases.Pending;
import earshot.domain.cases.Reminder;
import earshot.domain.policy.Policies;
import earshot.queue.ClockMessage;
import earshot.queue.Message;
import earshot.queue.NoticeReference;
import earshot.queue.QueueSender;
import earshot.queue.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Carries out what cases have decided. Whoever is stopped between two of its steps loses nothing: a
 * case with something pending stays in sight of the clock, and each step may be taken again.
 */
public final class Outbox {
    /** Steps nearer than this are sent to the clock at once; the sweep sends the others. */
    public static final Duration NEAR = Duration.ofSeconds(150);

    private final CaseTable table;
    private final Policies policies;
    private final QueueSender sender;
    private final Queues queues;
    private final Clock clock;

    /**
     * Where messages go.
     *
     * @param clock and {@code notices}: queue URLs
     */
    public record Queues(String clock, String notices) {}

    public Outbox(
            CaseTable table, Policies policies, QueueSender sender, Queues queues, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.sender = sender;
        this.queues = queues;
        this.clock = clock;
    }

    /**
     * Carries out all that is pending, clears it, and sets the clock for the next step.
     *
     * @return the case as it was written last
     */
    public Case settle(Case of) {
        var done = of.pending();
        done.forEach(pending -> carryOut(of, pending));
        var settled = done.isEmpty() ? of : clear(of, done);
        schedule(settled);
        return settled;
    }

    /** Sends a case's next step to the clock when it is near. */
    public void schedule(Case of) {
        var stepKey = of.stepKey();
        if (stepKey != null && !stepKey.isAfter(clock.instant().plus(NEAR))) {
            wake(new Cases.Due(of.id(), Timestamp.of(stepKey)));
        }
    }

    /** Sends a step to the clock, to arrive when it is time or at once when that is past. */
    public void wake(Cases.Due due) {
        wake(List.of(due));
    }

    /** Sends many steps to the clock. */
    public void wake(List<Cases.Due> due) {
        var messages =
                due.stream()
                        .map(
                                d ->
                                        new Message(
                                                Wire.encode(new ClockMessage(d.id(), d.stepKey())),
                                                delay(d)))
                        .toList();
        if (!messages.isEmpty()) {
            sender.send(queues.clock(), messages);
        }
    }

    /** Whole seconds, rounded up, so that nothing comes early. */
    private int delay(Cases.Due due) {
        var left = Duration.between(clock.instant(), Instant.parse(due.stepKey()));
        return left.isNegative() ? 0 : (int) Math.min(900, left.plusMillis(999).toSeconds());
    }

    /** Sends notices that were held to their recipients, or to be held again. */
    public void tellHeld(List<NoticeReference> held) {
        var messages = held.stream().map(Wire::encode).map(Message::of).toList();
        if (!messages.isEmpty()) {
            sender.send(queues.notices(), messages);
        }
    }

    private Case clear(Case of, List<Pending> done) {
        var now = of;
        while (true) {
            var cleared = new Reminder(policies, clock.instant()).carriedOut(now, done);
            if (cleared.equals(now) || table.cases().write(cleared)) {
                return cleared;
            }
            now = table.cases().find(of.id()).orElseThrow();
        }
    }

    private void carryOut(Case of, Pending pending) {
        switch (pending) {
            case Pending.Action action -> table.act(action);
            case Pending.Tell tell -> tell(tell.notice());
            case Pending.Correct correct -> correct(of, correct);
            case Pending.Relate relate -> relate(of, relate);
        }
    }

    private void tell(Notice notice) {
        var reference = table.notices().put(notice);
        sender.send(queues.notices(), Message.of(Wire.encode(reference)));
    }

    /** Whoever was told of the breach is told that there was none. */
    private void correct(Case of, Pending.Correct correct) {
        table.notices()
                .ofCycle(of.id(), correct.cycle())
                .map(Notices.StoredNotice::notice)
                .filter(told -> !told.why().stepAt().isBefore(told.why().dueAt()))
                .filter(told -> !told.step().equals(Notice.CORRECTED))
                .map(told -> told.corrected(correct.at()))
                .distinct()
                .toList()
                .forEach(this::tell);
    }

    private void relate(Case of, Pending.Relate relate) {
        while (true) {
            var other = table.cases().find(relate.other()).orElse(null);
            if (other == null) {
                return;
            }
            var related = new CaseLinks(policies, clock.instant()).related(other, of.id());
            if (Objects.equals(related, other) || table.cases().write(related)) {
                return;
            }
        }
    }
}
