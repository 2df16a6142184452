package earshot.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Starts a function as the managed runtime does: AWS's own loop over a folder like /var/task, in a
 * JVM of its own.
 */
final class ManagedRuntime {
    private static final String LOOP = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private ManagedRuntime() {}

    /** A folder like /var/task, with what is in a function's zip. */
    static Path task(Path zip) throws IOException {
        var task = Files.createTempDirectory("earshot-task");
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = task.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(in, file);
                }
            }
        }
        return task;
    }

    /**
     * @param prefix what the command begins with, such as {@code taskset -c 0}
     */
    static Process start(
            List<String> prefix,
            String handler,
            Path task,
            Map<String, String> environment,
            RuntimeApi api)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(java, "-cp", loop(), LOOP, handler));
        var builder = new ProcessBuilder(command).directory(task.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(task.resolveSibling(task.getFileName() + ".log").toFile());
        return builder.start();
    }

    /** The jars of the loop alone: the function brings its own. */
    private static String loop() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
