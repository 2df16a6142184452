package earshot.router;

import earshot.domain.cases.Entry;
import earshot.domain.post.ConversationKey;
import java.util.List;

/** What came of one activity at the case table's doors. */
sealed interface Filed {
    /**
     * An entry of a conversation is new or changed, or may have been left behind without its case.
     *
     * @param isNew whether the entry was not there before
     * @param hinted conversations that took this post for one of ours
     */
    record Touched(
            ConversationKey conversation, Entry entry, boolean isNew, List<ConversationKey> hinted)
            implements Filed {
        public Touched {
            hinted = List.copyOf(hinted);
        }
    }

    /** It waits once for its parent, as a message of its own. */
    record Waiting() implements Filed {}

    /** It waits in the address of a post that has not come. */
    record Early() implements Filed {}

    /** An address holds no more of what comes early. */
    record Dropped() implements Filed {}
}
