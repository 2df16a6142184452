package earshot.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.testkit.LambdaSqs;
import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What calls each function of the template, and in which environment. */
record Calls(Project project, LocalCloud cloud) {
    static final String FETCHES = "facebookFetchesQueue";
    private static final String POSTS = "PostsQueue";

    FunctionResource function(String logicalId) {
        return cloud.template().functions().stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    /** The first of the events that call a function, laid out as given. */
    FirstAnswer first(FunctionResource function, ManagedRuntime runtime) throws IOException {
        var source =
                function.events().stream().filter(Calls::isNoHandshake).findFirst().orElseThrow();
        return new FirstAnswer(
                function.handler(),
                runtime,
                new String(event(function, source), UTF_8),
                environment(function));
    }

    /** A handshake needs a token in its query: the connectors' contract tries that. */
    static boolean isNoHandshake(EventSource event) {
        return !(event instanceof EventSource.HttpRoute route) || route.method().equals("POST");
    }

    /** Whoever stands on the table stands on the SDK. */
    static boolean isFromASnapshot(FunctionResource function) {
        return function.environment().containsKey("EARSHOT_TABLE");
    }

    /** With the development secrets, and the sign of a snapshot where the function has one. */
    Map<String, String> environment(FunctionResource function) {
        var environment = new TreeMap<>(cloud.environmentOf(function.logicalId()));
        environment.remove("EARSHOT_SECRETS");
        environment.putAll(project.developmentSecrets());
        if (isFromASnapshot(function)) {
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
        return environment;
    }

    byte[] event(FunctionResource function, EventSource source) throws IOException {
        return switch (source) {
            case EventSource.HttpRoute _ -> Files.readAllBytes(delivery(function));
            case EventSource.SqsTrigger trigger -> messages(trigger).readAllBytes();
            case EventSource.Schedule _ -> "{\"source\":\"aws.events\"}".getBytes(US_ASCII);
        };
    }

    private InputStream messages(EventSource.SqsTrigger trigger) throws IOException {
        return LambdaSqs.event(
                switch (trigger.queueLogicalId()) {
                    case POSTS -> List.of(golden("comment", "posts"));
                    case FETCHES -> List.of(golden("mention-in-comment", "fetches"));
                    default -> List.of();
                });
    }

    /** As the Facebook function sends it. */
    private String golden(String event, String queue) throws IOException {
        var golden = project.file("events/facebook/" + event + ".expected.json");
        return Json.parse(Files.readAllBytes(golden)).items(queue).getFirst().write();
    }

    /** The first of the network's deliveries that brings a post. */
    private Path delivery(FunctionResource function) throws IOException {
        var folder = project.file("events").resolve(folder(function));
        try (var files = Files.list(folder)) {
            var golden =
                    files.filter(file -> file.toString().endsWith(".expected.json"))
                            .sorted()
                            .filter(Calls::bringsAPost)
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

    private Path folder(FunctionResource function) {
        var functions = project.file("functions").normalize();
        return functions.relativize(function.codeUri().normalize()).getName(0);
    }
}
