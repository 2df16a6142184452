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

    @Override
    public String toString() {
        var times = each.stream().map(run -> Long.toString(run.toMillis()));
        return "median %d ms of cpu (%s)"
                .formatted(median(), times.collect(Collectors.joining(", ")));
    }
}
