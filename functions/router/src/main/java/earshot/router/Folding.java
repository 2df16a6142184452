package earshot.router;

import earshot.casebook.CaseTable;
import earshot.casebook.Outbox;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseFolding;
import earshot.domain.cases.Entry;
import earshot.domain.policy.Policies;
import earshot.domain.post.ConversationKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Folds what was filed in one conversation into its case, with one write. Idempotent: it runs also
 * for entries that were already there, or a stop between entry and case would leave a post without
 * a case.
 */
final class Folding {
    private final CaseTable table;
    private final Policies policies;
    private final Outbox outbox;
    private final Clock clock;

    Folding(CaseTable table, Policies policies, Outbox outbox, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tries once.
     *
     * @param touched the entries of this conversation that were filed
     * @return false when another write came first
     */
    boolean fold(ConversationKey conversation, List<Filed.Touched> touched) {
        var newest = table.cases().newest(conversation);
        if (newest.isEmpty()) {
            return open(CaseFolding.Opening.first(conversation));
        }
        var before = newest.get();
        if (before.successor() != null) {
            return open(CaseFolding.Opening.after(before));
        }
        var advanced = advanced(before, touched);
        if (advanced.isPresent()) {
            return write(before, advanced.get());
        }
        var timeline = table.entries().of(conversation);
        var fold = new CaseFolding(policies, clock.instant());
        var late = CaseFolding.unseenBehind(before, timeline);
        if (!late.isEmpty()) {
            return write(before, fold.late(before, late, timeline));
        }
        if (fold.asksForNext(before, timeline)) {
            // The next look finds a successor without its case, and opens it.
            table.cases().write(fold.succeeded(before));
            return false;
        }
        return write(before, fold.refold(before, timeline));
    }

    private boolean open(CaseFolding.Opening opening) {
        var timeline = table.entries().of(opening.id().conversation());
        var opened = new CaseFolding(policies, clock.instant()).open(opening, timeline);
        if (opened.isEmpty()) {
            return true;
        }
        if (!table.cases().write(opened.get())) {
            return false;
        }
        outbox.settle(opened.get());
        return true;
    }

    private Optional<Case> advanced(Case before, List<Filed.Touched> touched) {
        if (!touched.stream().allMatch(Filed.Touched::isNew)) {
            return Optional.empty();
        }
        List<Entry> fresh = touched.stream().map(Filed.Touched::entry).toList();
        return new CaseFolding(policies, clock.instant()).advance(before, fresh);
    }

    private boolean write(Case before, Case after) {
        if (after.equals(before)) {
            return true;
        }
        if (!table.cases().write(after)) {
            return false;
        }
        if (!after.pending().isEmpty()) {
            outbox.settle(after);
        } else if (!java.util.Objects.equals(after.stepKey(), before.stepKey())) {
            outbox.schedule(after);
        }
        return true;
    }

    /**
     * Cases that were filed on a wrong hint stay where they are: they and this one name each other.
     *
     * @return false when another write came first
     */
    boolean relate(ConversationKey conversation, List<ConversationKey> hinted) {
        for (var hint : hinted) {
            var before = table.cases().newest(conversation);
            var other = table.cases().newest(hint);
            if (before.isEmpty() || other.isEmpty() || hint.equals(conversation)) {
                continue;
            }
            var after =
                    new CaseFolding(policies, clock.instant())
                            .relating(before.get(), other.get().id());
            if (!after.equals(before.get())) {
                if (!table.cases().write(after)) {
                    return false;
                }
                outbox.settle(after);
            }
        }
        return true;
    }
}
