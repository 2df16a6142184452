package earshot.queue;

import java.util.List;

/** Sends messages to a queue. When {@link #send} returns, the queue has confirmed all of them. */
public interface QueueSender {
    /**
     * Sends any number of messages, in no promised order.
     *
     * @throws QueueException when some were not confirmed; some may have been sent all the same,
     *     and some twice
     */
    void send(String queueUrl, List<Message> messages);

    /** Sends one message. */
    default void send(String queueUrl, Message message) {
        send(queueUrl, List.of(message));
    }
}
