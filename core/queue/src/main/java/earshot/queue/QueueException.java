package earshot.queue;

import org.jspecify.annotations.Nullable;

/** The queue did not confirm some messages, also when asked again. */
public final class QueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int failed;

    public QueueException(int failed, int sent, String queueUrl, @Nullable Throwable cause) {
        super(failed + " of " + sent + " messages were not confirmed by " + queueUrl, cause);
        this.failed = failed;
    }

    /** How many messages are not confirmed. */
    public int failed() {
        return failed;
    }
}
