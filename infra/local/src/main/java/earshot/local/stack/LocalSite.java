package earshot.local.stack;

import earshot.local.run.AwsClients;
import earshot.local.run.Endpoints;
import earshot.local.run.Invoker;
import earshot.local.run.LocalEnvironment;
import earshot.stack.FunctionResource;
import earshot.stack.SecretResource;
import earshot.stack.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stack that {@code ./earshot up} runs, as its data folder tells where it is. */
public final class LocalSite implements Site {
    private static final int GLANCE = 1_000;

    private final Endpoints endpoints;
    private final LocalEnvironment surroundings;
    private final Supplier<Template> reading;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private @Nullable Template template;

    /**
     * @param reading of the template: not every command needs it
     */
    public LocalSite(
            Endpoints endpoints, LocalEnvironment surroundings, Supplier<Template> reading) {
        this.endpoints = endpoints;
        this.surroundings = surroundings;
        this.reading = reading;
        this.dynamoDb = AwsClients.dynamoDb(endpoints.dynamodb());
        this.sqs = AwsClients.sqs(endpoints.sqs());
    }

    @Override
    public String name() {
        return "the local stack";
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public Finding state() {
        var http = endpoints.http();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(http.getHost(), http.getPort()), GLANCE);
            return Finding.ok("stack", "serves at " + http);
        } catch (IOException e) {
            return Finding.fault("stack", "nobody answers at " + http, "Start it: ./earshot up");
        }
    }

    @Override
    public Template template() {
        var read = template;
        if (read == null) {
            read = reading.get();
            template = read;
        }
        return read;
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @Override
    public String table(String logicalId) {
        return endpoints.table(logicalId);
    }

    @Override
    public String queue(String logicalId) {
        return endpoints.queue(logicalId);
    }

    @Override
    public Invoker invoker() {
        return AwsClients.invoker(endpoints.lambda());
    }

    @Override
    public URI webhook(String function) {
        return endpoints.http();
    }

    @Override
    public Map<String, String> environment(FunctionResource function) {
        var variables = new TreeMap<>(function.environment());
        variables.putAll(
                surroundings.environment(
                        function, template().secrets(), endpoints.dynamodb(), endpoints.sqs()));
        return variables;
    }

    @Override
    public Map<String, String> secret(SecretResource secret) {
        return surroundings.of(secret);
    }
}
