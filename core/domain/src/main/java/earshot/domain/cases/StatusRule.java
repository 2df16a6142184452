package earshot.domain.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands after a fold: what is over, ignored, asleep, open or answered, asked in this
 * order.
 */
final class StatusRule {
    private StatusRule() {}

    /**
     * What a person opened again is over when a person says so, or after an answer.
     *
     * @param subject the posts that the case is about
     * @param unseen customer posts that the last resolve had not seen; all where there is none
     * @param asleep the snooze that still holds
     */
    static Status of(
            Case before,
            Timeline subject,
            Timeline unseen,
            Case.@Nullable Snooze asleep,
            List<Wait> waits) {
        var resolve = before.resolve();
        if (resolve == null || resolve.reopened() == null) {
            boolean over = resolve != null && !unseen.anyMatch(e -> e.isLive() && e.counts());
            if (over || !subject.anyMatch(Entry::isLive)) {
                return Status.RESOLVED;
            }
            if (subject.counting().isEmpty()) {
                return Status.IGNORED;
            }
        }
        if (asleep != null) {
            return isAwake(before) ? Status.OPEN : Status.SNOOZED;
        }
        return of(waits);
    }

    /** Of a case that is neither over nor asleep. */
    static Status of(List<Wait> waits) {
        boolean waiting = !waits.isEmpty() && !waits.getLast().isOver();
        return waiting ? Status.OPEN : Status.ANSWERED;
    }

    /**
     * The snooze of a case as far as it holds: a customer post ends it, and an answer after its
     * time has come.
     *
     * @param asked customer posts folded now
     */
    static Case.@Nullable Snooze asleep(Case before, int asked, Summary summary) {
        var snooze = before.snooze();
        if (snooze == null || asked > snooze.folded()) {
            return null;
        }
        var repliedAt = summary.lastReplyAt();
        boolean answered =
                isAwake(before) && repliedAt != null && !repliedAt.isBefore(snooze.until());
        return answered ? null : snooze;
    }

    /** A snooze whose time has come keeps a case open until somebody sees to it. */
    private static boolean isAwake(Case before) {
        return before.status() == Status.OPEN;
    }
}
