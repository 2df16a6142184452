package earshot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The first answer of a function in a new JVM, on one core, to one event. */
record FirstAnswer(
        String handler, ManagedRuntime runtime, String event, Map<String, String> environment) {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    /**
     * What it took, user and system.
     *
     * @param untilRestored nothing, where there is no snapshot
     */
    record Cpu(Duration untilRestored, Duration inAll) {
        Duration afterRestore() {
            return inAll.minus(untilRestored);
        }
    }

    Cpu cpu() throws IOException, InterruptedException {
        try (var api = new RuntimeApi(event.getBytes(UTF_8))) {
            var process = runtime.start(prefix(), handler, environment, api);
            try {
                var restored = new AtomicReference<>(Duration.ZERO);
                api.onRestore(() -> restored.set(cpu(process)));
                var inAll = api.onAnswer(() -> cpu(process));
                return new Cpu(restored.get(), inAll);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static List<String> prefix() {
        return Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
    }
}
