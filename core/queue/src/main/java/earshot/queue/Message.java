package earshot.queue;

/**
 * A message to be sent.
 *
 * @param body ASCII, at most 1 MiB
 * @param delaySeconds from 0 to 900
 */
public record Message(String body, int delaySeconds) {
    static final int LONGEST_DELAY = 900;

    public Message {
        if (delaySeconds < 0 || delaySeconds > LONGEST_DELAY) {
            throw new IllegalArgumentException("A delay is 0 to 900 s, not " + delaySeconds);
        }
    }

    /** A message that may be received at once. */
    public static Message of(String body) {
        return new Message(body, 0);
    }
}
