package earshot.domain.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the terms of W3C ActivityStreams 2.0 where it has one. Activities arrive in any
 * order and any number of times.
 */
public sealed interface Activity {
    /** The post that it happened to. */
    PostId id();

    /** A post appeared. Only this opens a case. */
    record Published(Post post) implements Activity {
        @Override
        public PostId id() {
            return post.id();
        }
    }

    /**
     * A post now reads otherwise.
     *
     * @param when the time of the edit, which orders versions: never the time of the post
     * @param text the whole new text; null when the new version has none
     * @param rating the new rating; null leaves the old one
     */
    record Edited(
            PostId id,
            Moment when,
            @Nullable String text,
            List<Attachment> attachments,
            @Nullable Rating rating,
            boolean truncated)
            implements Activity {
        public Edited {
            attachments = List.copyOf(attachments);
        }
    }

    /** A post is gone. Final: a late or repeated creation does not bring it back. */
    record Deleted(PostId id, Moment when) implements Activity {}

    /** A post was hidden from the public, or shown again. It stays. */
    record Hidden(PostId id, Moment when, boolean hidden) implements Activity {}

    /**
     * How a post spreads.
     *
     * @param counts absolute numbers by the network's word, such as {@code likes}; never deltas
     */
    record Engaged(PostId id, Moment when, Map<String, Long> counts) implements Activity {
        public Engaged {
            counts = Map.copyOf(counts);
        }
    }
}
