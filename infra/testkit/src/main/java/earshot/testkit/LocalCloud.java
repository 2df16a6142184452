package earshot.testkit;

import earshot.stack.Provision;
import earshot.stack.Provisioned;
import earshot.stack.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The tables and queues of {@code template.yaml}, under names of their own, on servers that all
 * tests of a JVM share: embedded ones, or LocalStack with {@code -Dearshot.cloud=localstack}.
 *
 * <p>A test class gets one as a constructor parameter by {@link LocalCloudExtension}, or calls
 * {@link #start()} and closes it.
 */
public final class LocalCloud implements AutoCloseable {
    static final String REGION = "eu-west-1";
    private static final String KEY = "earshot";
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Servers servers;
    private final Template template;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private Provisioned provisioned;

    private LocalCloud(Servers servers, Template template) {
        this.servers = servers;
        this.template = template;
        this.dynamoDb = client(DynamoDbClient.builder(), servers.dynamoDb());
        this.sqs = client(SqsClient.builder(), servers.sqs());
        this.provisioned = Provision.create(template, dynamoDb, sqs);
    }

    /** A cloud of one's own. */
    public static LocalCloud start() {
        var servers = Servers.ofThisJvm();
        return new LocalCloud(servers, template("test-" + STARTED.incrementAndGet()));
    }

    /**
     * Where LocalStack answers for all its services; null where tests are not asked to run on it.
     *
     * @throws org.opentest4j.TestAbortedException where it cannot be had
     */
    public static @Nullable URI localStack() {
        return Servers.onLocalStack() ? LocalStackServers.started().sqs() : null;
    }

    /** The template of this project, with every network on. */
    private static Template template(String prefix) {
        var file = Home.folder().resolve("template.yaml");
        var values = new LinkedHashMap<>(Template.allOn(file));
        values.put("Prefix", prefix);
        return Template.read(file, values);
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
                .build();
    }

    /** A client of the servers; closed with this cloud. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    /** A client of the servers; closed with this cloud. */
    public SqsClient sqs() {
        return sqs;
    }

    /** Where DynamoDB answers. */
    public URI dynamoDbEndpoint() {
        return servers.dynamoDb();
    }

    /** Where SQS answers. */
    public URI sqsEndpoint() {
        return servers.sqs();
    }

    /** The template that was provisioned. */
    public Template template() {
        return template;
    }

    /** The name of the case table. */
    public String table() {
        return table("CaseTable");
    }

    /** The name of a table, by its logical id. */
    public String table(String logicalId) {
        return named(provisioned.tables(), logicalId);
    }

    /** The URL of a queue, by its logical id, such as {@code PostsQueue}. */
    public String queueUrl(String logicalId) {
        return named(provisioned.queues(), logicalId);
    }

    private static String named(Map<String, String> names, String logicalId) {
        var name = names.get(logicalId);
        if (name == null) {
            throw new IllegalArgumentException(logicalId + " is none of " + names.keySet());
        }
        return name;
    }

    /**
     * What a function's environment would hold: where the servers are and how to sign in, the
     * table, and every queue that has a variable. Secrets are the test's own affair.
     */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        for (var function : template.functions(provisioned)) {
            function.environment()
                    .forEach(
                            (name, value) -> {
                                if (name.equals("EARSHOT_TABLE")
                                        || name.startsWith("EARSHOT_QUEUE_")) {
                                    environment.put(name, value);
                                }
                            });
        }
        environment.putAll(access());
        return environment;
    }

    /**
     * The environment of one function as the template sets it, with the servers' addresses. There
     * is no Secrets Manager here: its secret is the test's own affair too.
     */
    public Map<String, String> environmentOf(String functionLogicalId) {
        var environment = new LinkedHashMap<String, String>();
        for (var function : template.functions(provisioned)) {
            if (function.logicalId().equals(functionLogicalId)) {
                environment.putAll(function.environment());
            }
        }
        if (environment.isEmpty()) {
            throw new IllegalArgumentException("no function " + functionLogicalId);
        }
        environment.remove("EARSHOT_SECRETS");
        environment.putAll(access());
        return environment;
    }

    private Map<String, String> access() {
        return Map.of(
                "AWS_REGION", REGION,
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", KEY,
                "AWS_ENDPOINT_URL_SQS", servers.sqs().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", servers.dynamoDb().toString());
    }

    /** The bodies of all messages that a queue shows; it is empty of them afterwards. */
    public List<String> drain(String logicalId) {
        var url = queueUrl(logicalId);
        var bodies = new ArrayList<String>();
        while (true) {
            var messages =
                    sqs.receiveMessage(
                                    r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                            .messages();
            if (messages.isEmpty()) {
                return bodies;
            }
            for (var message : messages) {
                bodies.add(message.body());
                sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    /** Empties the table and the queues; their names stay. */
    public void reset() {
        remove();
        provisioned = Provision.create(template, dynamoDb, sqs);
    }

    private void remove() {
        provisioned
                .tables()
                .values()
                .forEach(name -> dynamoDb.deleteTable(it -> it.tableName(name)));
        provisioned.queues().values().forEach(url -> sqs.deleteQueue(it -> it.queueUrl(url)));
    }

    @Override
    public void close() {
        remove();
        dynamoDb.close();
        sqs.close();
    }
}
