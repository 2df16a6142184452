package earshot.domain.cases;

import earshot.domain.WireWord;
import earshot.domain.policy.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time from the oldest unanswered customer post to the reply that answers it.
 *
 * @param name the post that first opened it; stays through every refold
 * @param target which response was promised
 * @param startedAt the network's time of the oldest unanswered post
 * @param endedAt when it was answered ({@code met}, {@code met_late}) or came to nothing; null
 *     while somebody waits
 * @param pin what was promised when the cycle was discovered
 * @param fired how many steps of the ladder are decided: the index of the next one
 * @param acknowledged who said that it is being seen to; its steps are still until that lapses
 */
public record WaitCycle(
        String name,
        Target target,
        State state,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        Pin pin,
        int fired,
        @Nullable Acknowledgement acknowledged) {

    /** States of a response clock. There is none in which a miss disappears. */
    public enum State implements WireWord {
        RUNNING,
        MET,
        MET_LATE,
        /** Past due, unanswered: still open while {@link WaitCycle#endedAt} is null. */
        BREACHED,
        CANCELLED
    }

    /**
     * What a cycle keeps of the policy that was in force when it was discovered.
     *
     * @param goal working time until due, by the pinned calendar
     * @param floor a re-target made due "now" at this instant and never earlier
     * @param manual whether a person chose the goal, so that no rule moves it
     * @param heardAt when the post that started the cycle was received; the lag shows in notices
     * @param quietUntil steps up to here are skipped unsaid: the post was backfilled
     */
    public record Pin(
            String sla,
            int version,
            Duration goal,
            @Nullable Instant floor,
            boolean manual,
            Instant heardAt,
            @Nullable Instant quietUntil) {}

    /** Somebody saw it and said so. */
    public record Acknowledgement(String by, Instant at) {}

    public boolean isOpen() {
        return endedAt == null;
    }

    /** How late the answer came; zero when it was in time or there is none. */
    public Duration overrun() {
        return state == State.MET_LATE && endedAt != null
                ? Duration.between(dueAt, endedAt)
                : Duration.ZERO;
    }

    /** A customer's wait ended by a reply at this instant. */
    public WaitCycle answered(Instant at) {
        return ended(at.isAfter(dueAt) ? State.MET_LATE : State.MET, at);
    }

    /** A wait that ended without a reply: a miss stays a miss. */
    public WaitCycle dropped(Instant at) {
        return ended(at.isBefore(dueAt) ? State.CANCELLED : State.BREACHED, at);
    }

    private WaitCycle ended(State state, Instant at) {
        return new WaitCycle(name, target, state, startedAt, dueAt, at, pin, fired, acknowledged);
    }

    WaitCycle waiting(State state, int fired) {
        return new WaitCycle(
                name, target, state, startedAt, dueAt, endedAt, pin, fired, acknowledged);
    }

    WaitCycle acknowledged(@Nullable Acknowledgement acknowledgement) {
        return new WaitCycle(
                name, target, state, startedAt, dueAt, endedAt, pin, fired, acknowledgement);
    }

    WaitCycle promised(Pin pin, Instant dueAt) {
        return new WaitCycle(
                name, target, state, startedAt, dueAt, endedAt, pin, fired, acknowledged);
    }
}
