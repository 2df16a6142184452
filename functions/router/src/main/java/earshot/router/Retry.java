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
    private static final long SHORTEST = Duration.ofMillis(5).toNanos();
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

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
     * Between attempts it waits as long as one takes, give or take, and longer each time: whoever
     * wins meanwhile has most likely folded these entries too.
     *
     * @param attempt true when it succeeded
     * @throws OvertakenException when the budget is spent
     */
    void until(BooleanSupplier attempt) {
        long began = nanos.getAsLong();
        for (long rounds = 1; !attempt.getAsBoolean(); rounds++) {
            long now = nanos.getAsLong();
            if (now >= deadline) {
                throw new OvertakenException();
            }
            long pause = Math.min(LONGEST, Math.max(SHORTEST, now - began) * rounds);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause));
            began = nanos.getAsLong();
        }
    }
}
