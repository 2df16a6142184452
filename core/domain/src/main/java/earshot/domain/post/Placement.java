package earshot.domain.post;

import earshot.domain.WireWord;
import org.jspecify.annotations.Nullable;

/** What a delivery tells of the conversation that a post belongs to. */
public sealed interface Placement {
    /**
     * It begins a conversation of its own: a review, a visitor's post, a mention, a post of ours.
     */
    record Root() implements Placement {}

    /** It is private, between one account of ours and one customer. */
    record Direct(String account, String customer) implements Placement {}

    /**
     * It answers another post.
     *
     * @param parent the post that it answers
     * @param thread the root of the thread where the network names it and it is not the parent. It
     *     is looked up, and is the key only when it is known to be a customer's
     */
    record Reply(Above parent, @Nullable Above thread) implements Placement {
        public static Reply to(PostId parent, Whose whose) {
            return new Reply(new Above(parent, whose, null), null);
        }

        /** Under a post whose author the delivery names. */
        public static Reply to(PostId parent, Whose whose, @Nullable String author) {
            return new Reply(new Above(parent, whose, author), null);
        }

        /** In a thread whose root the network names. */
        public Reply in(PostId root, Whose whose, @Nullable String author) {
            return new Reply(parent, new Above(root, whose, author));
        }
    }

    /**
     * A post that stands above another one and may never have been seen.
     *
     * @param whose as far as the delivery says
     * @param author the id of its author, where the delivery names it: an account of ours that the
     *     policy knows and the network's reader does not
     */
    record Above(PostId id, Whose whose, @Nullable String author) {}

    /** Whose a post is that we may never have seen. */
    enum Whose implements WireWord {
        /** The delivery says that it is ours. */
        OURS,
        /** The delivery says that it is not the called account's. */
        OTHERS,
        /**
         * The delivery does not say. Whatever is unknown above us never makes two customers one.
         */
        UNKNOWN
    }
}
