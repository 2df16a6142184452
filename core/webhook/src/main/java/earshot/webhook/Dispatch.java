package earshot.webhook;

import earshot.domain.post.Network;
import earshot.queue.QueueException;
import earshot.queue.QueueSender;
import earshot.settings.Settings;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last two steps of every road, pushed, fetched or polled: read, and queue. What could not be
 * read is among what is queued, raw; one line of the log says what became of all of it.
 */
public final class Dispatch {
    private final Network network;
    private final Harmless harmless;
    private final QueueSender sender;
    private final Journal journal;
    private final String posts;
    private final @Nullable String fetches;
    private final String quarantine;

    /** Of what was asked for, and so needs no proof. Faults are noted in the settings. */
    public Dispatch(Network network, Settings settings, QueueSender sender, PrintStream log) {
        this(network, List.of(), settings, sender, log);
    }

    /**
     * Faults are noted in the settings.
     *
     * @param proofs what is not to be kept of a delivery
     */
    Dispatch(
            Network network,
            List<Proof> proofs,
            Settings settings,
            QueueSender sender,
            PrintStream log) {
        this.network = network;
        this.harmless = new Harmless(proofs);
        this.sender = sender;
        this.journal = new Journal(network, log);
        this.posts = settings.text("EARSHOT_QUEUE_POSTS");
        this.fetches = settings.optional("EARSHOT_QUEUE_FETCHES");
        this.quarantine = settings.text("EARSHOT_QUEUE_QUARANTINE");
    }

    Journal journal() {
        return journal;
    }

    /** A fault of ours must not lose what the network will not keep for ever. */
    Reading read(Connector connector, Delivery delivery) {
        try {
            return connector.read(delivery);
        } catch (RuntimeException e) {
            journal.broken(delivery, e);
            return Reading.unreadable(ReadFault.CONNECTOR_FAILED);
        }
    }

    /**
     * Sends all that a delivery holds. When this returns, the queues have confirmed it.
     *
     * @throws QueueException when they have not; some of it may have been sent all the same
     */
    public void send(Delivery delivery, Reading reading) {
        var outgoing = outgoing(delivery, reading);
        try {
            sender.send(posts, outgoing.posts());
            if (fetches != null) {
                sender.send(fetches, outgoing.fetches());
            }
            sender.send(quarantine, outgoing.quarantine());
        } catch (QueueException e) {
            journal.unsent(delivery, e);
            throw e;
        }
        journal.queued(delivery, outgoing);
    }

    /**
     * Writes one line of the log.
     *
     * @param id of what it is about
     * @param counts by their names in the log
     * @param words ids and constant words, never text that somebody wrote
     */
    public void note(
            String id,
            Instant at,
            String decision,
            Map<String, Integer> counts,
            Map<String, String> words) {
        journal.noted(id, at, decision, counts, words);
    }

    /** A network whose function has no queue for pointers was said to have none. */
    private Outgoing outgoing(Delivery delivery, Reading reading) {
        var kept =
                fetches == null && !reading.toFetch().isEmpty()
                        ? Reading.unreadable(ReadFault.NO_QUEUE_FOR_POINTERS)
                        : reading;
        return Outgoing.of(network, harmless, delivery, kept);
    }
}
