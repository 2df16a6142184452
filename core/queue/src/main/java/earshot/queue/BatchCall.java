package earshot.queue;

import java.io.IOException;
import java.util.List;

/** One call that sends up to ten messages at once. */
@FunctionalInterface
interface BatchCall {
    /**
     * @return the messages that the queue did not take
     * @throws IOException when the queue could not be asked, or is busy: asking again may help
     * @throws RefusedException when asking again is of no use
     */
    List<Message> send(String queueUrl, List<Message> batch) throws IOException, RefusedException;

    /** The queue's last word. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }
}
