package earshot.domain.cases;

import static java.util.Objects.requireNonNull;

import earshot.domain.post.ConversationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new case starts from.
 *
 * @param after the frontier that the predecessor's resolve saw
 * @param accounted customer posts at or behind it that earlier cases have seen
 */
record Opening(CaseId id, @Nullable PostOrder after, int accounted, List<CaseId> related) {
    /** The first case of a conversation. */
    static Opening first(ConversationKey conversation) {
        return new Opening(new CaseId(conversation, 1), null, 0, List.of());
    }

    /** The case after one that was resolved too long ago to be reopened. */
    static Opening after(Case resolved) {
        var resolve = requireNonNull(resolved.resolve());
        return new Opening(
                resolved.id().next(),
                resolve.frontier(),
                resolved.progress().accounted() + resolve.folded(),
                List.of(resolved.id()));
    }

    /** The case before its first fold. */
    Case blank(Summary summary, PostOrder frontier, Instant now) {
        return new Case(
                id,
                Status.OPEN,
                summary,
                Case.Choices.EMPTY,
                List.of(),
                new Case.Progress(frontier, 0, after, accounted),
                null,
                null,
                null,
                related,
                List.of(),
                List.of(),
                null,
                now,
                0);
    }
}
