package earshot.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How much cpu each of some runs took. */
record Runs(List<Duration> each) {
    Runs {
        each = List.copyOf(each);
    }

    /** How many times the other's median this one's is. */
    double over(Runs other) {
        return (double) median() / other.median();
    }

    /** In ms. */
    long median() {
        return each.stream()
                .mapToLong(Duration::toMillis)
                .sorted()
                .skip(each.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * In ms, the mean of the quicker half: what else a machine does only ever adds, and a mean sees
     * less than the 10 ms that Linux counts in.
     */
    double quick() {
        return each.stream()
                .mapToLong(Duration::toMillis)
                .sorted()
                .limit((each.size() + 1) / 2)
                .average()
                .orElseThrow();
    }

    @Override
    public String toString() {
        var times = each.stream().map(run -> Long.toString(run.toMillis()));
        return "median %d ms of cpu (%s)"
                .formatted(median(), times.collect(Collectors.joining(", ")));
    }
}
