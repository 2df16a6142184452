package earshot.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.local.text.Project;
import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * An account with one stack, {@code earshot-test}, whose table and queues are real; CloudFormation,
 * Lambda and Secrets Manager answer as their documents say.
 */
public final class FakeAccount implements AutoCloseable {
    public final Map<String, String> parameters = new TreeMap<>();
    public final Map<String, String> secrets = new TreeMap<>();

    /** The variables of each function, behind its alias where it has one. */
    public final Map<String, Map<String, String>> functions = new HashMap<>();

    /** What was deployed since and has no version yet. */
    public final Map<String, Map<String, String>> unpublished = new HashMap<>();

    public String status = "CREATE_COMPLETE";
    private final LocalCloud cloud;
    private final HttpServer server;

    /** Deployed from the template, with every secret set. */
    public FakeAccount(LocalCloud cloud) {
        this.cloud = cloud;
        parameters.put("Prefix", cloud.table().replace("-cases", ""));
        parameters.put("OfAnOlderTemplate", "x");
        for (var function : cloud.template().functions()) {
            functions.put(function.name(), new TreeMap<>(function.environment()));
        }
        secrets.put(secret("facebook"), "{\"APP_SECRET\":\"hunter2\",\"VERIFY_TOKEN\":\"t\"}");
        secrets.put(secret("notify"), "{\"SECRET\":\"set-me\"}");
        for (var secret : cloud.template().secrets()) {
            var members = Json.object();
            secret.required().forEach(name -> members.with(name, "hunter2"));
            secrets.putIfAbsent(secret.name(), members.write());
        }
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(loopback, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The name of a network's secret. */
    public String secret(String network) {
        return "/" + parameters.get("Prefix") + "/" + network;
    }

    /** The variables of a function, by its folder. */
    public Map<String, String> function(String folder) {
        return Objects.requireNonNull(functions.get(parameters.get("Prefix") + "-" + folder));
    }

    public DeployedSite site() {
        return site("earshot-test");
    }

    public DeployedSite site(String stack) {
        var environment =
                Map.of(
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "AWS_ENDPOINT_URL_SQS",
                        cloud.sqsEndpoint().toString(),
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        cloud.dynamoDbEndpoint().toString());
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("earshot", "earshot"));
        var account = new AwsAccount(Region.EU_WEST_1, credentials, environment);
        return DeployedSite.of(stack, account, Project.ofThisProcess().template());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var signature = exchange.getRequestHeaders().getFirst("Authorization");
        if (signature == null || !signature.startsWith("AWS4-HMAC-SHA256 ")) {
            say(exchange, 403, "{\"message\":\"Missing Authentication Token\"}");
        } else if (target != null) {
            secret(exchange, target, Json.parse(body));
        } else if (body.startsWith("Action=DescribeStacks")) {
            stack(exchange, body.replaceFirst(".*StackName=", ""));
        } else {
            var uri = exchange.getRequestURI();
            var name = uri.getPath().split("/", -1)[3];
            var alias = "Qualifier=live".equals(uri.getQuery());
            function(exchange, alias ? functions.get(name) : latest(name));
        }
    }

    private void stack(HttpExchange exchange, String name) throws IOException {
        if (!name.equals("earshot-test")) {
            say(
                    exchange,
                    400,
                    "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id %s does not exist</Message></Error></ErrorResponse>"
                            .formatted(name));
            return;
        }
        var members = new StringBuilder();
        parameters.forEach(
                (key, value) ->
                        members.append(
                                "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
                                        .formatted(key, value)));
        say(
                exchange,
                200,
                """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <DescribeStacksResult><Stacks><member>
                    <StackName>earshot-test</StackName><StackStatus>%s</StackStatus>
                    <Parameters>%s</Parameters>
                    <Outputs><member><OutputKey>NotifySecrets</OutputKey><OutputValue>%s</OutputValue></member></Outputs>
                  </member></Stacks></DescribeStacksResult>
                </DescribeStacksResponse>"""
                        .formatted(status, members, secret("notify")));
    }

    private @Nullable Map<String, String> latest(String name) {
        return unpublished.getOrDefault(name, functions.get(name));
    }

    private static void function(HttpExchange exchange, @Nullable Map<String, String> variables)
            throws IOException {
        if (variables == null) {
            say(exchange, 404, "{\"Type\":\"User\",\"Message\":\"Function not found: arn\"}");
            return;
        }
        var members = Json.object();
        variables.forEach(members::with);
        var environment = Json.object().with("Variables", members.build()).build();
        say(
                exchange,
                200,
                Json.object()
                        .with("State", "Active")
                        .with("LastUpdateStatus", "Successful")
                        .with("Environment", environment)
                        .write());
    }

    private void secret(HttpExchange exchange, String target, Json request) throws IOException {
        var id = Objects.requireNonNull(request.text("SecretId"));
        if (!secrets.containsKey(id)) {
            say(exchange, 400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"gone\"}");
            return;
        }
        if (target.equals("secretsmanager.PutSecretValue")) {
            secrets.put(id, Objects.requireNonNull(request.text("SecretString")));
        }
        say(
                exchange,
                200,
                Json.object()
                        .with("Name", id)
                        .with("SecretString", secrets.get(id))
                        .with("VersionId", "EXAMPLE1")
                        .write());
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
