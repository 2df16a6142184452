package earshot.queue;

/**
 * A message that this version does not understand. The message names what is missing or unknown,
 * never a post's content, so that it may be logged.
 */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireException(String reason) {
        super(reason);
    }
}
