package earshot.benchmarks;

import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cpu, user and system, that a new JVM has taken when its first answer leaves: in the layout of
 * the managed zip runtime, on one core, with the JVM options of the template.
 */
final class ColdStart {
    private static final int RUNS = 5;
    private static final double PROMISE = 3.0;
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private final Project project;

    ColdStart(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException {
        Stack.build(project);
        var event = project.file("events/facebook/comment.json");
        try (var cloud = LocalCloud.start()) {
            var environment = new TreeMap<>(cloud.environmentOf("FacebookFunction"));
            environment.putAll(project.developmentSecrets());
            var empty = new Handler(EmptyHandler.class.getName(), emptyTask(), event, environment);
            var facebook =
                    new Handler(
                            "earshot.facebook.FacebookFunction",
                            ManagedRuntime.task(
                                    project.file("functions/facebook/target/function.zip")),
                            event,
                            environment);
            return compare(empty, facebook);
        }
    }

    /** In turn, so that what else the machine does falls on both; the first of each warms disks. */
    private static boolean compare(Handler empty, Handler facebook)
            throws IOException, InterruptedException {
        empty.start();
        facebook.start();
        var ofEmpty = new ArrayList<Duration>();
        var ofFacebook = new ArrayList<Duration>();
        for (int i = 0; i < RUNS; i++) {
            ofEmpty.add(empty.start());
            ofFacebook.add(facebook.start());
        }
        double ratio = (double) median(ofFacebook) / median(ofEmpty);
        System.out.println("empty handler  " + told(ofEmpty));
        System.out.println("facebook       " + told(ofFacebook));
        System.out.printf("ratio of medians %.2f%n", ratio);
        return ratio <= PROMISE;
    }

    private static long median(List<Duration> runs) {
        return runs.stream()
                .mapToLong(Duration::toMillis)
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String told(List<Duration> runs) {
        var each = runs.stream().map(run -> Long.toString(run.toMillis()));
        return "median %d ms of cpu (%s)"
                .formatted(median(runs), each.collect(Collectors.joining(", ")));
    }

    /** A folder like /var/task, with one class. */
    private static Path emptyTask() throws IOException {
        var name = EmptyHandler.class.getName().replace('.', '/') + ".class";
        var task = Files.createTempDirectory("earshot-empty");
        var file = task.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (var bytes = EmptyHandler.class.getResourceAsStream("EmptyHandler.class")) {
            Files.write(file, Objects.requireNonNull(bytes).readAllBytes());
        }
        return task;
    }

    private record Handler(String name, Path task, Path event, Map<String, String> environment) {
        Duration start() throws IOException, InterruptedException {
            try (var api = new RuntimeApi(Files.readAllBytes(event))) {
                var process = ManagedRuntime.start(prefix(), name, task, environment, api);
                try {
                    return api.onAnswer(() -> process.info().totalCpuDuration().orElseThrow());
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
        }

        private static List<String> prefix() {
            return Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
        }
    }
}
