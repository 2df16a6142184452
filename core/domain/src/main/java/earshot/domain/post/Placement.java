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
     * @param parentIs whose the parent is, as far as the delivery says
     * @param thread the root of the thread where the network names it and it is not the parent. It
     *     is looked up, and is the key only when it is known to be a customer's
     * @param threadIs whose the root is, as far as the delivery says
     */
    record Reply(PostId parent, Whose parentIs, @Nullable PostId thread, Whose threadIs)
            implements Placement {
        public static Reply to(PostId parent, Whose parentIs) {
            return new Reply(parent, parentIs, null, Whose.UNKNOWN);
        }
    }

    /** Whose a post is that we may never have seen. */
    enum Whose implements WireWord {
        /** The delivery says that it is ours. */
        OURS,
        /** The delivery says that it is not ours, or that it is itself a comment. */
        OTHERS,
        /** The delivery does not say. */
        UNKNOWN
    }
}
