package earshot.polling;

import earshot.domain.post.Network;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One network's way of being asked. Implement this, and nothing else, to add a network that must be
 * polled. Each method asks the network one question, which costs one unit of its quota, and never
 * throws for a bad answer: what it cannot understand at all is a {@link Refusal.Later}.
 */
public interface PolledNetwork {
    /** The most ids that {@link #gone} may be asked about at once. */
    int MOST_IDS = 50;

    Network network();

    /**
     * Threads of an account, the newest first, each with those of its answers that the network
     * lists along with it.
     *
     * @param token of the page, as an earlier page named it; null for the first
     * @param at when this is asked: what is read was received then
     */
    Reply<Page> threads(String account, @Nullable String token, Instant at);

    /**
     * All answers in one thread.
     *
     * @param root the first post of the thread
     * @param token of the page, as an earlier page named it; null for the first
     */
    Reply<Page> replies(String account, Sighting root, @Nullable String token, Instant at);

    /**
     * Which of these posts are there no more.
     *
     * @param ids at most {@link #MOST_IDS}
     */
    Reply<Set<String>> gone(String account, List<String> ids);
}
