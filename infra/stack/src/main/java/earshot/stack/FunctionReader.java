package earshot.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Reads one {@code AWS::Serverless::Function}. */
final class FunctionReader {
    private static final int DEFAULT_TIMEOUT = 3;
    private static final int DEFAULT_MEMORY = 128;
    private static final String RUNTIME = "java25";

    private FunctionReader() {}

    /**
     * @param template the file, from whose folder {@code CodeUri} counts
     */
    static FunctionResource read(
            String logicalId,
            String name,
            Section properties,
            Path template,
            QueueArns arns,
            LayerPaths layers) {
        var runtime = properties.text("Runtime");
        if (!runtime.equals(RUNTIME)) {
            properties.fault("Runtime", "is not " + RUNTIME + ": " + runtime);
        }
        var environment = properties.section("Environment");
        var function =
                new FunctionResource(
                        logicalId,
                        name,
                        properties.text("Handler"),
                        Zip.beside(template, properties, "CodeUri"),
                        layers.of(properties),
                        properties.seconds("Timeout", DEFAULT_TIMEOUT),
                        properties.number("MemorySize", DEFAULT_MEMORY),
                        environment.section("Variables").texts(),
                        EventReader.read(properties.section("Events"), arns),
                        properties.optional("AutoPublishAlias"));
        environment.finish();
        properties.finish(
                "FunctionName",
                "Description",
                "Architectures",
                "AutoPublishAliasAllProperties",
                "SnapStart",
                "LoggingConfig",
                "Policies",
                "Tags");
        check(function, properties);
        return function;
    }

    private static void check(FunctionResource function, Section properties) {
        if (function.timeout().compareTo(Duration.ofSeconds(1)) < 0) {
            properties.fault("Timeout", "has to be 1 or more");
        }
    }
}
