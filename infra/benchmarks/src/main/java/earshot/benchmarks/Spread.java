package earshot.benchmarks;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How a number of durations are spread, in milliseconds; one below zero is early. */
final class Spread {
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);
    private int early;

    void add(Duration lateness) {
        if (lateness.isNegative()) {
            early++;
        }
        histogram.recordValue(Math.max(0, lateness.toMillis()));
    }

    int early() {
        return early;
    }

    /** The least value that so many of a hundred do not pass, to three digits. */
    Duration percentile(double percent) {
        return Duration.ofMillis(histogram.getValueAtPercentile(percent));
    }

    @Override
    public String toString() {
        return "p50 %d ms, p90 %d ms, p99 %d ms, max %d ms, early %d of %d"
                .formatted(
                        percentile(50).toMillis(),
                        percentile(90).toMillis(),
                        percentile(99).toMillis(),
                        percentile(100).toMillis(),
                        early,
                        histogram.getTotalCount());
    }
}
