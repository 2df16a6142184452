package earshot.domain.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as a connector reads it, the same for every network. Absent is null: a network's empty
 * string is kept apart from no text. It is made by {@link #of}, which takes what every post has,
 * and by naming each other part that the network tells.
 *
 * @param account the account of ours that received it, as the network names it; {@link
 *     #UNKNOWN_ACCOUNT} where it names none
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
    /** Stands where neither the delivery nor the secret that proved it names an account of ours. */
    public static final String UNKNOWN_ACCOUNT = "unknown";

    public Post {
        attachments = List.copyOf(attachments);
    }

    /** What every post has; what else it has is told to the draft. */
    public static Draft of(
            PostId id,
            String account,
            Surface surface,
            Placement placement,
            Author author,
            Moment published) {
        return new Draft(id, account, surface, placement, author, published);
    }

    /** This post, to be made again with other parts. */
    public Draft change() {
        return of(id, account, surface, placement, author, published)
                .text(text)
                .language(language)
                .attachments(attachments)
                .inReplyTo(inReplyTo)
                .permalink(permalink)
                .rating(rating)
                .backfilled(backfilled)
                .truncated(truncated);
    }

    public Network network() {
        return id.network();
    }

    /** A post to be: what is not told is absent. */
    public static final class Draft {
        private final PostId id;
        private final String account;
        private Placement placement;
        private final Moment published;
        private Surface surface;
        private Author author;
        private @Nullable String text;
        private @Nullable String language;
        private List<Attachment> attachments = List.of();
        private @Nullable String inReplyTo;
        private @Nullable String permalink;
        private @Nullable Rating rating;
        private boolean backfilled;
        private boolean truncated;

        private Draft(
                PostId id,
                String account,
                Surface surface,
                Placement placement,
                Author author,
                Moment published) {
            this.id = id;
            this.account = account;
            this.surface = surface;
            this.placement = placement;
            this.author = author;
            this.published = published;
        }

        public Draft surface(Surface said) {
            surface = said;
            return this;
        }

        public Draft placement(Placement stands) {
            placement = stands;
            return this;
        }

        public Draft author(Author who) {
            author = who;
            return this;
        }

        public Draft text(@Nullable String plain) {
            text = plain;
            return this;
        }

        public Draft language(@Nullable String told) {
            language = told;
            return this;
        }

        public Draft attachments(List<Attachment> all) {
            attachments = all;
            return this;
        }

        public Draft inReplyTo(@Nullable String parent) {
            inReplyTo = parent;
            return this;
        }

        public Draft permalink(@Nullable String page) {
            permalink = page;
            return this;
        }

        public Draft rating(@Nullable Rating stars) {
            rating = stars;
            return this;
        }

        public Draft backfilled(boolean isHistory) {
            backfilled = isHistory;
            return this;
        }

        public Draft truncated(boolean isCut) {
            truncated = isCut;
            return this;
        }

        public Post build() {
            return new Post(
                    id,
                    account,
                    surface,
                    placement,
                    author,
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
}
