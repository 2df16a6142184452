package earshot.router;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tries again what another write overtook, with jitter, within one budget for a whole batch: a hot
 * conversation is waited for here, where it costs milliseconds, and not in the queue.
 */
final class Retry {
    private final long deadline;
    private final LongSupplier nanos;

    private Retry(long deadline, LongSupplier nanos) {
        this.deadline = deadline;
        this.nanos = nanos;
    }

    /**
     * How long a batch may try.
     *
     * @param nanos a monotonic clock
     */
    record Budget(Duration all, LongSupplier nanos) {
        Retry begin() {
            return new Retry(nanos.getAsLong() + all.toNanos(), nanos);
        }
    }

    /** Other writes came first until the time was over. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param attempt true when it succeeded
     * @throws OvertakenException when the budget is spent
     */
    void until(BooleanSupplier attempt) {
        long pause = Duration.ofMillis(5).toNanos();
        while (!attempt.getAsBoolean()) {
            if (nanos.getAsLong() >= deadline) {
                throw new OvertakenException();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
            pause = Math.min(pause * 2, Duration.ofMillis(200).toNanos());
        }
    }
}
