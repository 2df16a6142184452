package earshot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    @Test
    void oneWordNamesABenchmark() {
        assertThat(Benchmark.named(List.of("lateness"))).contains(Benchmark.LATENESS);
        assertThat(Benchmark.named(List.of("cold"))).contains(Benchmark.COLD);
    }

    @Test
    void noWordAnUnknownOneAndOneTooManyNameNone() {
        assertThat(Benchmark.named(List.of())).isEmpty();
        assertThat(Benchmark.named(List.of("speed"))).isEmpty();
        assertThat(Benchmark.named(List.of("storm", "start"))).isEmpty();
    }

    @Test
    void theUsageNamesThemAll() {
        assertThat(Benchmark.usage()).contains("lateness", "storm", "start", "cold", "layered");
    }
}
