package earshot.domain.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as a connector reads it, the same for every network. Absent is null: a network's empty
 * string is kept apart from no text.
 *
 * @param account the account of ours that received it, as the network names it
 * @param inReplyTo the network's id of the post that it answers or quotes
 * @param text plain text, decoded exactly once
 * @param language as the network tells it, never guessed
 * @param permalink a page that a person can open
 * @param backfilled brought by a first poll or a history field, not by a live delivery
 * @param truncated whether a limit cut something
 */
public record Post(
        PostId id,
        String account,
        Surface surface,
        Placement placement,
        Author author,
        Moment published,
        @Nullable String text,
        @Nullable String language,
        List<Attachment> attachments,
        @Nullable String inReplyTo,
        @Nullable String permalink,
        @Nullable Rating rating,
        boolean backfilled,
        boolean truncated) {
    public Post {
        attachments = List.copyOf(attachments);
    }

    public Network network() {
        return id.network();
    }

    /** The same post, told of its author, place and surface by somebody who knows more. */
    public Post seenAs(Author by, Placement at, Surface on) {
        return new Post(
                id,
                account,
                on,
                at,
                by,
                published,
                text,
                language,
                attachments,
                inReplyTo,
                permalink,
                rating,
                backfilled,
                truncated);
    }
}
