package earshot.notify;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a batch must be done, so that a slow receiver costs its own notices a later attempt and not
 * the whole batch its answer.
 *
 * @param nanos of the monotonic clock
 */
record Deadline(long nanos, LongSupplier clock) {
    /**
     * How long a batch may take.
     *
     * @param clock monotonic, in nanoseconds
     */
    record Budget(Duration all, LongSupplier clock) {
        Deadline begin() {
            return new Deadline(clock.getAsLong() + all.toNanos(), clock);
        }
    }

    /** Zero or less when it is past. */
    Duration left() {
        return Duration.ofNanos(nanos - clock.getAsLong());
    }
}
