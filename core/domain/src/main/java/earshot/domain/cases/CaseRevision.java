package earshot.domain.cases;

import earshot.domain.policy.Policies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a change of a case: its next timer, its version, its stamp; nothing when nothing changed.
 */
final class CaseRevision {
    private CaseRevision() {}

    static Case of(Case before, Case.Change change, Policies policies, Instant now) {
        var stamp = now.truncatedTo(ChronoUnit.MILLIS);
        var timed = change.done();
        change.stepKey(
                timed.pending().isEmpty()
                        ? Timers.next(timed, policies)
                        : inSight(before.stepKey(), stamp));
        var next = change.done();
        if (before.version() > 0 && next.equals(before)) {
            return before;
        }
        return next.change().version(before.version() + 1).updatedAt(stamp).done();
    }

    /**
     * While something is pending, the clock keeps the case in sight: under the step that was
     * decided, so that its message may be taken again, else from now on.
     */
    private static Instant inSight(@Nullable Instant stepKey, Instant now) {
        return stepKey == null || stepKey.isAfter(now) ? now : stepKey;
    }
}
