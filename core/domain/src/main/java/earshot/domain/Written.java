package earshot.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Closes a change of a case: its next timer, its version, its stamp; nothing when nothing changed.
 */
final class Written {
    private Written() {}

    static Case of(Case before, Case.Change change, Policies policies, Instant now) {
        var stamp = now.truncatedTo(ChronoUnit.MILLIS);
        var timed = change.done();
        change.stepKey(
                timed.pending().isEmpty()
                        ? Timers.next(timed, policies)
                        : before.pending().isEmpty() || before.stepKey() == null
                                ? stamp
                                : before.stepKey());
        var next = change.done();
        if (before.version() > 0 && next.equals(before)) {
            return before;
        }
        return next.change().version(before.version() + 1).updatedAt(stamp).done();
    }
}
