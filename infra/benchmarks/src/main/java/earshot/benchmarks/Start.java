package earshot.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** From {@code ./earshot up --no-demo}, once built, to the first answer of a webhook. */
final class Start {
    private static final int STARTS = 3;
    private static final Duration PROMISE = Duration.ofSeconds(8);

    private final Project project;

    Start(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException {
        Stack.build(project);
        boolean asPromised = true;
        for (int i = 0; i < STARTS; i++) {
            try (var stack = Stack.start(project, Map.of())) {
                System.out.printf("serving after %.1f s%n", stack.startedIn().toMillis() / 1e3);
                asPromised &= stack.startedIn().compareTo(PROMISE) <= 0;
            }
        }
        return asPromised;
    }
}
