package earshot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void thePercentileIsTheValueThatSoManyDoNotPass() {
        var spread = new Spread();
        for (int i = 1; i <= 100; i++) {
            spread.add(Duration.ofMillis(i * 10L));
        }
        assertThat(spread.percentile(50)).isEqualTo(Duration.ofMillis(500));
        assertThat(spread.percentile(99)).isEqualTo(Duration.ofMillis(990));
        assertThat(spread.percentile(100)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsBelowZeroIsEarlyAndNotFast() {
        var spread = new Spread();
        spread.add(Duration.ofNanos(-1));
        spread.add(Duration.ZERO);
        assertThat(spread.early()).isEqualTo(1);
        assertThat(spread).hasToString("p50 0 ms, p90 0 ms, p99 0 ms, max 0 ms, early 1 of 2");
    }
}
