package earshot.domain.cases;

import earshot.domain.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes cases name each other: those that belong together, and the next of a conversation. */
public final class CaseLinks {
    private final Policies policies;
    private final Instant now;

    public CaseLinks(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /** The case with one more that belongs with it; the other is to be told so too. */
    public Case relating(Case before, CaseId other) {
        return isKnown(before, other)
                ? before
                : written(
                        before,
                        related(before.change(), before, other)
                                .pendingToo(List.of(new Pending.Relate(other))));
    }

    /** The case with one more that belongs with it and is never merged. */
    public Case related(Case before, CaseId other) {
        return isKnown(before, other)
                ? before
                : written(before, related(before.change(), before, other));
    }

    /** The case, followed by the next of its conversation. */
    Case succeeded(Case before) {
        return written(before, before.change().successor(before.id().next()));
    }

    private static boolean isKnown(Case before, CaseId other) {
        return before.related().contains(other) || before.id().equals(other);
    }

    private static Case.Change related(Case.Change change, Case before, CaseId other) {
        var all = new ArrayList<>(before.related());
        all.add(other);
        all.sort(Comparator.comparing(CaseId::toString));
        return change.related(all);
    }

    private Case written(Case before, Case.Change change) {
        return CaseRevision.of(before, change, policies, now);
    }
}
