package earshot.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Starts a function as the managed runtime does: AWS's own loop over folders like /var/task and
 * /opt, in a JVM of its own.
 */
final class ManagedRuntime {
    private static final String LOOP = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** Where the loop looks for layers, in its own words. */
    private static final String LIBRARIES = "/opt/java";

    private final Path folder;

    private ManagedRuntime(Path folder) {
        this.folder = folder;
    }

    /** A function's zip, and the zips of the layers under it. */
    static ManagedRuntime of(Path zip, List<Path> layers) throws IOException {
        var runtime = empty();
        unpack(zip, runtime.task());
        for (var layer : layers) {
            unpack(layer, runtime.opt());
        }
        return runtime;
    }

    /** The same, as if all jars had come in the function's zip. */
    static ManagedRuntime ofOneZip(Path zip, List<Path> layers) throws IOException {
        var runtime = of(zip, layers);
        try (var jars = Files.list(runtime.opt().resolve("java/lib"))) {
            for (var jar : jars.toList()) {
                Files.move(jar, runtime.task().resolve("lib").resolve(jar.getFileName()));
            }
        }
        return runtime;
    }

    /** A function that is one class of this program. */
    static ManagedRuntime of(Class<?> handler) throws IOException {
        var runtime = empty();
        write(runtime.task(), handler.getName(), bytes(handler.getName()));
        return runtime;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(in, file);
                }
            }
        }
    }

    private static ManagedRuntime empty() throws IOException {
        var runtime = new ManagedRuntime(Files.createTempDirectory("earshot-runtime"));
        Files.createDirectories(runtime.task());
        Files.createDirectories(runtime.opt());
        return runtime;
    }

    private Path task() {
        return folder.resolve("task");
    }

    private Path opt() {
        return folder.resolve("opt");
    }

    /**
     * @param prefix what the command begins with, such as {@code taskset -c 0}
     */
    Process start(
            List<String> prefix, String handler, Map<String, String> environment, RuntimeApi api)
            throws IOException {
        write(folder.resolve("loop"), LOOP, loopThatLooksIn(opt().resolve("java").toString()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(java, "-cp", folder.resolve("loop") + jarsOfTheLoop()));
        command.addAll(List.of(LOOP, handler));
        var builder = new ProcessBuilder(command).directory(task().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("LAMBDA_TASK_ROOT", task().toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(logFile().toFile());
        return builder.start();
    }

    /** What the process has said. */
    String log() throws IOException {
        return Files.readString(logFile());
    }

    private Path logFile() {
        return folder.resolve("log");
    }

    /** AWS's own loop, which no setting tells where layers are: only this text of it is changed. */
    private static byte[] loopThatLooksIn(String libraries) throws IOException {
        var file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes(LOOP)),
                ClassTransform.transformingMethodBodies(
                        (code, element) -> {
                            if (element instanceof ConstantInstruction constant
                                    && constant.constantValue().equals(LIBRARIES)) {
                                code.loadConstant(libraries);
                            } else {
                                code.with(element);
                            }
                        }));
    }

    /** The loop alone: the function and its layers bring their own. */
    private static String jarsOfTheLoop() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .map(jar -> File.pathSeparator + jar)
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String type) throws IOException {
        try (var in = ManagedRuntime.class.getClassLoader().getResourceAsStream(fileName(type))) {
            return Objects.requireNonNull(in, type).readAllBytes();
        }
    }

    private static void write(Path folder, String type, byte[] bytes) throws IOException {
        var file = folder.resolve(fileName(type));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }

    private static String fileName(String type) {
        return type.replace('.', '/') + ".class";
    }
}
