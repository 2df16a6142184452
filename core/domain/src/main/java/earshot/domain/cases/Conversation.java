package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.post.ConversationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what entries that came or changed do to the newest case of their conversation. Pure: what
 * it answers is carried out by whoever asks, one step at a time.
 */
public final class Conversation {
    private final ConversationKey key;
    private final Policies policies;
    private final Instant now;
    private final CaseFolding folding;

    /**
     * @param now stamps what is written, and decides nothing
     */
    public Conversation(ConversationKey key, Policies policies, Instant now) {
        this.key = key;
        this.policies = policies;
        this.now = now;
        this.folding = new CaseFolding(policies, now);
    }

    /**
     * An entry that is new or changed, or that a stop may have left without its case.
     *
     * @param isNew whether it was not there before
     */
    public record Touched(Entry entry, boolean isNew) {}

    /**
     * The next step. New posts beyond all that is folded are added as they are; whatever else
     * happened, the whole timeline tells.
     *
     * @param newest the newest case as it is stored; null where there is none
     * @param timeline all entries of the conversation, asked for once or not at all
     */
    public FoldStep next(
            @Nullable Case newest, List<Touched> touched, Supplier<Timeline> timeline) {
        if (newest == null) {
            return opened(Opening.first(key), timeline.get());
        }
        if (newest.successor() != null) {
            return opened(Opening.after(newest), timeline.get());
        }
        return advanced(newest, touched)
                .map(after -> written(newest, after))
                .orElseGet(() -> looked(newest, timeline.get()));
    }

    private FoldStep opened(Opening opening, Timeline timeline) {
        return folding.open(opening, timeline)
                .<FoldStep>map(FoldStep.Open::new)
                .orElseGet(FoldStep.Nothing::new);
    }

    private Optional<Case> advanced(Case newest, List<Touched> touched) {
        return touched.stream().allMatch(Touched::isNew)
                ? folding.advance(
                        newest, new Timeline(touched.stream().map(Touched::entry).toList()))
                : Optional.empty();
    }

    private FoldStep looked(Case newest, Timeline timeline) {
        var late = timeline.unseenBehind(newest);
        if (!late.isEmpty()) {
            return written(newest, folding.late(newest, late, timeline));
        }
        if (asksForNext(newest, timeline)) {
            return new FoldStep.FollowedByNext(new CaseLinks(policies, now).succeeded(newest));
        }
        return written(newest, folding.refold(newest, timeline));
    }

    private static FoldStep written(Case before, Case after) {
        return after.equals(before) ? new FoldStep.Nothing() : new FoldStep.Write(after);
    }

    /**
     * Whether the posts that a resolve had not seen, and that count, all came after its surface's
     * reopen window: they belong to a case of their own.
     */
    private boolean asksForNext(Case newest, Timeline timeline) {
        var resolve = newest.resolve();
        if (resolve == null || resolve.reopened() != null || newest.status() != Status.RESOLVED) {
            return false;
        }
        var closes = resolve.at().plus(policies.current().reopenWindow(newest.summary().surface()));
        var unseen =
                timeline.beyond(newest.progress().after(), newest.late())
                        .unseenBy(resolve, newest.closedCycles())
                        .counting();
        return !unseen.isEmpty() && unseen.allMatch(e -> e.order().published().isAfter(closes));
    }
}
