package earshot.notify;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices.StoredNotice;
import earshot.domain.cases.Mute;
import earshot.domain.cases.Notice;
import earshot.domain.policy.Directory;
import earshot.domain.policy.Policies;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a notice pass, or holds it while its team is muted. One that was held is looked at again
 * when it comes back: it passes only if somebody still waits, and no later step says it as well.
 */
final class Gate {
    private final CaseTable table;
    private final List<Mute> mutes;
    private final Directory directory;

    private Gate(CaseTable table, List<Mute> mutes, Directory directory) {
        this.table = table;
        this.mutes = mutes;
        this.directory = directory;
    }

    /** As the mutes are now: for one batch. */
    static Gate of(CaseTable table, Policies policies, Instant now) {
        return new Gate(table, table.mutes().inForce(now), policies.current().directory());
    }

    boolean passes(StoredNotice notice) {
        var mute = muteOf(notice.notice());
        if (mute.isPresent()) {
            table.notices().hold(notice, mute.get());
            Log.held(notice.key(), mute.get());
            return false;
        }
        if (isOvertaken(notice)) {
            table.notices().overtake(notice.key());
            Log.overtaken(notice.key());
            return false;
        }
        if (notice.wasHeld()) {
            table.notices().release(notice.key());
        }
        return true;
    }

    private Optional<Mute> muteOf(Notice notice) {
        return mutes.stream()
                .filter(mute -> mute.holds(notice, directory))
                .max(Comparator.comparing(Mute::until));
    }

    private boolean isOvertaken(StoredNotice kept) {
        var notice = kept.notice();
        if (notice.step().equals(Notice.CORRECTED)) {
            return isOfNothingTold(notice);
        }
        return kept.wasHeld() && (!isAwaited(notice) || saysLess(notice));
    }

    /** What was decided and never told needs no correction. */
    private boolean isOfNothingTold(Notice correction) {
        var breaches =
                besides(correction)
                        .filter(kept -> isBreach(kept.notice()))
                        .map(StoredNotice::isStillUntold)
                        .toList();
        return !breaches.isEmpty() && !breaches.contains(false);
    }

    private static boolean isBreach(Notice notice) {
        return !notice.why().stepAt().isBefore(notice.why().dueAt());
    }

    private boolean isAwaited(Notice notice) {
        return table.cases()
                .find(notice.caseId())
                .map(of -> of.openCycle())
                .filter(cycle -> cycle.name().equals(notice.cycle()))
                .isPresent();
    }

    /** A later step of the same wait is told to the same recipient. */
    private boolean saysLess(Notice notice) {
        return besides(notice)
                .map(StoredNotice::notice)
                .anyMatch(other -> other.why().stepAt().isAfter(notice.why().stepAt()));
    }

    /** What the same recipient is told of the same wait, corrections apart. */
    private Stream<StoredNotice> besides(Notice notice) {
        return table.notices()
                .ofCycle(notice.caseId(), notice.cycle())
                .filter(kept -> kept.notice().recipient().equals(notice.recipient()))
                .filter(kept -> kept.notice().target() == notice.target())
                .filter(kept -> !kept.notice().step().equals(Notice.CORRECTED));
    }
}
