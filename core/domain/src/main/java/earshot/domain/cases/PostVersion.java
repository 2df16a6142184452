package earshot.domain.cases;

import earshot.domain.post.Attachment;
import earshot.domain.post.Post;
import earshot.domain.post.Rating;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a post read from one instant on.
 *
 * @param at when it began to read so
 * @param lastAt the last time that the network said the same again; {@code at} where it never did.
 *     Kept so that versions which arrive in another order end alike
 * @param rating null where this version says nothing of it
 */
public record PostVersion(
        Instant at,
        Instant lastAt,
        @Nullable String text,
        List<Attachment> attachments,
        @Nullable Rating rating) {
    static final Comparator<PostVersion> ORDER =
            Comparator.comparing(PostVersion::at)
                    .thenComparing(
                            PostVersion::text, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(v -> v.attachments().toString())
                    .thenComparing(v -> String.valueOf(v.rating()));

    public PostVersion {
        attachments = List.copyOf(attachments);
    }

    /** How a post read when it was published. */
    static PostVersion first(Post post) {
        var at = post.published().at();
        return new PostVersion(at, at, post.text(), post.attachments(), post.rating());
    }

    /** All that a version says, whenever it was. */
    record Reading(@Nullable String text, List<Attachment> attachments, @Nullable Rating rating) {}

    Reading reading() {
        return new Reading(text, attachments, rating);
    }

    boolean readsLike(PostVersion other) {
        return reading().equals(other.reading());
    }

    PostVersion confirmed(Instant when) {
        return new PostVersion(at, when, text, attachments, rating);
    }

    PostVersion once() {
        return new PostVersion(at, at, text, attachments, rating);
    }

    /** The two ends of this version, each as if it had been said alone. */
    List<PostVersion> points() {
        return lastAt.equals(at)
                ? List.of(this)
                : List.of(once(), new PostVersion(lastAt, lastAt, text, attachments, rating));
    }
}
