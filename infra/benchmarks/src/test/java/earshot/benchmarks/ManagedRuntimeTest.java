package earshot.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.testkit.LambdaSqs;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every function's zip, loaded by AWS's own loop as in the managed runtime, takes an event of each
 * kind that calls it; those with SnapStart go through checkpoint and restore first.
 */
@ExtendWith(LocalCloudExtension.class)
class ManagedRuntimeTest {
    private static final Path HOME = Path.of(System.getProperty("earshot.home", "."));
    private static final String POSTS = "PostsQueue";
    private static final String FETCHES = "FacebookFetchesQueue";

    private final LocalCloud cloud;
    private final Map<String, String> secrets =
            new Project(HOME.toAbsolutePath()).developmentSecrets();

    ManagedRuntimeTest(LocalCloud cloud) throws IOException {
        this.cloud = cloud;
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionAnswersWhateverCallsIt() {
        return cloud.template().functions().stream()
                .flatMap(
                        function ->
                                function.events().stream()
                                        .filter(ManagedRuntimeTest::isNoHandshake)
                                        .map(event -> test(function, event)));
    }

    /** A handshake needs a token in its query: the connectors' contract tries that. */
    private static boolean isNoHandshake(EventSource event) {
        return !(event instanceof EventSource.HttpRoute route) || route.method().equals("POST");
    }

    private DynamicTest test(FunctionResource function, EventSource event) {
        return DynamicTest.dynamicTest(
                function.logicalId() + " " + event.name(), () -> answers(function, event));
    }

    private void answers(FunctionResource function, EventSource source) throws Exception {
        var task = ManagedRuntime.task(function.codeUri());
        try (var api = new RuntimeApi(event(function, source))) {
            var environment = environment(function);
            var process =
                    ManagedRuntime.start(List.of(), function.handler(), task, environment, api);
            try {
                var answer = api.answer();
                assertThat(answer)
                        .as(log(task))
                        .contains(expected(source))
                        .doesNotContain("/error: ");
                assertThat(api.isRestored()).isEqualTo(isFromASnapshot(function));
            } finally {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private Map<String, String> environment(FunctionResource function) {
        var environment = new TreeMap<>(cloud.environmentOf(function.logicalId()));
        environment.remove("EARSHOT_SECRETS");
        environment.putAll(secrets);
        if (isFromASnapshot(function)) {
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
        return environment;
    }

    /** Whoever stands on the table stands on the SDK. */
    private static boolean isFromASnapshot(FunctionResource function) {
        return function.environment().containsKey("EARSHOT_TABLE");
    }

    private byte[] event(FunctionResource function, EventSource source) throws IOException {
        return switch (source) {
            case EventSource.HttpRoute _ -> Files.readAllBytes(delivery(function));
            case EventSource.SqsTrigger trigger -> messages(trigger).readAllBytes();
            case EventSource.Schedule _ -> "{\"source\":\"aws.events\"}".getBytes(US_ASCII);
        };
    }

    private static InputStream messages(EventSource.SqsTrigger trigger) throws IOException {
        return LambdaSqs.event(
                switch (trigger.queueLogicalId()) {
                    case POSTS -> List.of(golden("comment", "posts"));
                    case FETCHES -> List.of(golden("mention-in-comment", "fetches"));
                    default -> List.of();
                });
    }

    /** As the Facebook function sends it. */
    private static String golden(String event, String queue) throws IOException {
        var golden = HOME.resolve("events/facebook/" + event + ".expected.json");
        return Json.parse(Files.readAllBytes(golden)).items(queue).getFirst().write();
    }

    /** The first of the network's deliveries that brings a post. */
    private static Path delivery(FunctionResource function) throws IOException {
        var folder = HOME.resolve("events").resolve(folder(function));
        try (var files = Files.list(folder)) {
            var golden =
                    files.filter(file -> file.toString().endsWith(".expected.json"))
                            .sorted()
                            .filter(ManagedRuntimeTest::bringsAPost)
                            .findFirst()
                            .orElseThrow();
            return golden.resolveSibling(
                    String.valueOf(golden.getFileName()).replace(".expected.json", ".json"));
        }
    }

    private static boolean bringsAPost(Path golden) {
        try {
            return !Json.parse(Files.readAllBytes(golden)).items("posts").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(FunctionResource function) {
        var functions = HOME.resolve("functions").toAbsolutePath().normalize();
        return functions.relativize(function.codeUri().normalize()).getName(0);
    }

    private static String expected(EventSource source) {
        return switch (source) {
            case EventSource.HttpRoute _ -> "\"statusCode\":200";
            // Without an access token a mention waits for one.
            case EventSource.SqsTrigger trigger when trigger.queueLogicalId().equals(FETCHES) ->
                    "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}";
            case EventSource.SqsTrigger _ -> "{\"batchItemFailures\":[]}";
            case EventSource.Schedule _ -> "";
        };
    }

    private static String log(Path task) throws IOException {
        return Files.readString(task.resolveSibling(task.getFileName() + ".log"));
    }
}
