package earshot.x;

import earshot.domain.post.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as any of X's products tells it: what they say in two versions of their words, in one.
 *
 * @param id of this version: each edit has an id of its own
 * @param first the id of the first version, which names the post
 * @param author null where it was not asked for
 * @param writtenAt when this version was written, as far as it is told
 * @param parent the post that it answers
 * @param quoted the post that it quotes
 * @param counts how it has spread, without zeros
 */
record Tweet(
        String id,
        String first,
        @Nullable String author,
        Profile profile,
        @Nullable Instant writtenAt,
        @Nullable String text,
        @Nullable String language,
        List<Attachment> attachments,
        @Nullable Other parent,
        @Nullable Other thread,
        @Nullable String quoted,
        Map<String, Long> counts) {
    /**
     * Another post that this one speaks of.
     *
     * @param author null where the delivery does not say
     */
    record Other(String id, @Nullable String author) {}

    Tweet {
        attachments = List.copyOf(attachments);
        counts = Map.copyOf(counts);
    }

    boolean isEdited() {
        return !id.equals(first);
    }

    /** Of an edited post only its ids tell when it was written first. */
    @Nullable Instant publishedAt() {
        return isEdited() ? inId(first) : Snowflake.refine(writtenAt, id);
    }

    @Nullable Instant editedAt() {
        return inId(id);
    }

    private @Nullable Instant inId(String version) {
        var written = Snowflake.in(version);
        return written == null ? writtenAt : written;
    }
}
