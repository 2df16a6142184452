package earshot.benchmarks;

import earshot.casebook.CaseTable;
import earshot.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The local stack in a process of its own, as a user starts it: {@code ./earshot up --no-demo} with
 * a fresh data folder. What it is asked, it is asked as any AWS client would.
 */
final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Json endpoints;
    private final Duration startedIn;

    private Stack(Process process, Json endpoints, Duration startedIn) {
        this.process = process;
        this.endpoints = endpoints;
        this.startedIn = startedIn;
    }

    /** Lets {@code ./earshot} build what it needs, so that no start that is measured does. */
    static void build(Project project) throws IOException, InterruptedException {
        var built =
                new ProcessBuilder(project.file("earshot").toString(), "up", "--help")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (built != 0) {
            throw new IllegalStateException("./earshot up --help ended with " + built);
        }
    }

    /** Started, and its webhooks have answered. */
    static Stack start(Project project, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        var data = Files.createTempDirectory("earshot-benchmark");
        var command = new ArrayList<>(List.of(project.file("earshot").toString(), "up"));
        command.addAll(List.of("--no-demo", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        var log = data.resolve("up.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        var process = builder.redirectOutput(log.toFile()).start();
        try {
            var endpoints = endpoints(process, data.resolve("endpoints.json"), log);
            greet(project, URI.create(text(endpoints, "http")));
            var took = Duration.ofNanos(System.nanoTime() - begin);
            return new Stack(process, endpoints, took);
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /** The file is written as a whole when the stack begins to serve. */
    private static Json endpoints(Process process, Path file, Path log)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("No stack: " + Files.readString(log));
            }
            Thread.sleep(Duration.ofMillis(5));
        }
        return Json.parse(Files.readAllBytes(file));
    }

    private static void greet(Project project, URI http) throws IOException, InterruptedException {
        var token = project.developmentSecrets().get("EARSHOT_FACEBOOK_VERIFY_TOKEN");
        var query = "?hub.mode=subscribe&hub.challenge=42&hub.verify_token=" + token;
        var request = HttpRequest.newBuilder(http.resolve("/webhooks/facebook" + query)).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (!answer.body().equals("42")) {
                throw new IllegalStateException("The handshake failed: " + answer);
            }
        }
    }

    /** From the command to the first answer. */
    Duration startedIn() {
        return startedIn;
    }

    URI http() {
        return URI.create(text(endpoints, "http"));
    }

    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder(), "dynamodb");
    }

    SqsClient sqs() {
        return client(SqsClient.builder(), "sqs");
    }

    CaseTable table(DynamoDbClient dynamoDb) {
        return new CaseTable(dynamoDb, text(endpoints.get("tables"), "CaseTable"));
    }

    String queue(String logicalId) {
        return text(endpoints.get("queues"), logicalId);
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, String service) {
        var credentials =
                AwsBasicCredentials.create(
                        text(endpoints, "accessKeyId"), text(endpoints, "secretAccessKey"));
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(text(endpoints, service)))
                .region(Region.of(text(endpoints, "region")))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    private static String text(Json json, String name) {
        return Objects.requireNonNull(json.text(name), name);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }
}
