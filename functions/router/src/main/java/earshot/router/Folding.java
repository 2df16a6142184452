package earshot.router;

import earshot.casebook.CaseTable;
import earshot.casebook.Outbox;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseLinks;
import earshot.domain.cases.Conversation;
import earshot.domain.cases.FoldStep;
import earshot.domain.cases.Timeline;
import earshot.domain.policy.Policies;
import earshot.domain.post.ConversationKey;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * Carries out what a conversation's posts do to its case, each step one conditional write.
 * Idempotent: it runs also for entries that were already there, or a stop between entry and case
 * would leave a post without a case.
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
        var newest = table.cases().newest(conversation).orElse(null);
        var step =
                new Conversation(conversation, policies, clock.instant())
                        .next(
                                newest,
                                touched.stream().map(Folding::inTheDomain).toList(),
                                () -> new Timeline(table.entries().of(conversation)));
        return switch (step) {
            case FoldStep.Nothing() -> true;
            case FoldStep.Open(var opened) -> write(opened, true);
            case FoldStep.Write(var changed) ->
                    write(changed, newest == null || isRescheduled(newest, changed));
            case FoldStep.FollowedByNext(var resolved) -> {
                table.cases().write(resolved);
                yield false;
            }
        };
    }

    private static Conversation.Touched inTheDomain(Filed.Touched touched) {
        return new Conversation.Touched(touched.entry(), touched.isNew());
    }

    private static boolean isRescheduled(Case before, Case after) {
        return !Objects.equals(after.stepKey(), before.stepKey());
    }

    private boolean write(Case decided, boolean isRescheduled) {
        if (!table.cases().write(decided)) {
            return false;
        }
        if (isRescheduled || !decided.pending().isEmpty()) {
            outbox.settle(decided);
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
                    new CaseLinks(policies, clock.instant())
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
