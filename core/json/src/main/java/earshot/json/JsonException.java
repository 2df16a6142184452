package earshot.json;

/** Bytes that are not the strict JSON we read. The message names the place, never the content. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    JsonException(String reason, long position) {
        super(reason + " at " + position);
        this.position = position;
    }

    /** Where reading stopped, in characters from 0; in bytes where the encoding is at fault. */
    public long position() {
        return position;
    }
}
