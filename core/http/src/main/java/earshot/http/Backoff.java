package earshot.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave alone whoever did not answer: twice as long each time, and not shorter than it
 * wishes.
 *
 * @param first pause
 * @param longest pause of our own
 * @param longestWished pause that we are made to keep
 */
public record Backoff(Duration first, Duration longest, Duration longestWished) {
    private static final int MOST_DOUBLINGS = 10;

    /**
     * The pause after a failure.
     *
     * @param failures in a row, this one included
     * @param wished what we were asked to wait, in {@code Retry-After} or elsewhere; null for
     *     nothing
     */
    public Duration after(long failures, @Nullable Duration wished) {
        var doubled = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        var ours = shorter(doubled, longest);
        return wished == null || wished.compareTo(ours) <= 0
                ? ours
                : shorter(wished, longestWished);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
