package earshot.local.run;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import earshot.local.text.Console;
import earshot.local.text.UserFault;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.stack.Provision;
import earshot.stack.Provisioned;
import earshot.stack.Template;
import earshot.stack.TemplateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Everything that {@code template.yaml} says, running in this process. Made closed: {@link #open}
 * lets calls in.
 */
public final class RunningStack implements AutoCloseable {
    private static final int CALLS_AT_ONCE_OVER_HTTP = 8;

    private final Template template;
    private final Provisioned provisioned;
    private final Servers servers;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final FrontDoor door;
    private final InvokeDoor invoking;
    private final Console console;
    private final Clock clock;
    private final List<HostedFunction> functions;

    private final List<QueuePump> pumps = new ArrayList<>();

    /** What is to be closed, the first to close on top. */
    private final Deque<AutoCloseable> parts;

    private RunningStack(
            Template template,
            Provisioned provisioned,
            Servers servers,
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            FrontDoor door,
            InvokeDoor invoking,
            Console console,
            Clock clock,
            List<HostedFunction> functions,
            Deque<AutoCloseable> parts) {
        this.template = template;
        this.provisioned = provisioned;
        this.servers = servers;
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.door = door;
        this.invoking = invoking;
        this.console = console;
        this.clock = clock;
        this.functions = functions;
        this.parts = parts;
    }

    /**
     * Reads the template, starts the servers, makes tables and queues, and one instance of each
     * function.
     *
     * @param starting what starts the servers that tables and queues are made on
     * @param prelude is done when tables and queues are there, before any function is made
     * @throws UserFault for whatever the user can put right
     */
    public static RunningStack start(
            Path templateFile,
            LocalEnvironment surroundings,
            FrontDoor door,
            Supplier<Servers> starting,
            Consumer<Endpoints> prelude,
            Console console,
            Clock clock) {
        var parts = new ArrayDeque<AutoCloseable>();
        parts.push(door);
        try {
            var invoking = InvokeDoor.start();
            parts.push(invoking);
            var started = Background.start(starting);
            parts.push(() -> Background.await(started).close());
            var template = read(templateFile, surroundings);
            var loader = FunctionLoader.over(template.functions());
            parts.push(loader);
            var servers = Background.await(started);
            var dynamoDb = AwsClients.dynamoDb(servers.dynamodb());
            var sqs = AwsClients.sqs(servers.sqs());
            parts.push(dynamoDb);
            parts.push(sqs);
            var provisioned = Provision.create(template, dynamoDb, sqs);
            prelude.accept(endpoints(door, invoking, servers, provisioned));
            var functions =
                    host(
                            template.functions(provisioned),
                            at ->
                                    surroundings.environment(
                                            at,
                                            template.secrets(),
                                            servers.dynamodb(),
                                            servers.sqs()),
                            loader,
                            clock);
            return new RunningStack(
                    template,
                    provisioned,
                    servers,
                    dynamoDb,
                    sqs,
                    door,
                    invoking,
                    console,
                    clock,
                    functions,
                    parts);
        } catch (RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    private static Template read(Path file, LocalEnvironment surroundings) {
        if (!Files.isRegularFile(file)) {
            throw new UserFault("There is no template: " + file);
        }
        try {
            return Template.read(file, surroundings.parameters(file));
        } catch (TemplateException e) {
            throw new UserFault(e.getMessage() == null ? "Faulty template" : e.getMessage(), e);
        }
    }

    private static List<HostedFunction> host(
            List<FunctionResource> resources,
            Function<FunctionResource, Map<String, String>> environments,
            FunctionLoader loader,
            Clock clock) {
        var warming = new ArrayList<CompletableFuture<HostedFunction>>();
        for (var resource : resources) {
            var function =
                    new HostedFunction(
                            resource,
                            loader.construction(resource, environments.apply(resource)),
                            callsAtOnce(resource),
                            clock);
            warming.add(
                    Background.start(
                            () -> {
                                function.warm();
                                return function;
                            }));
        }
        return warming.stream().map(Background::await).toList();
    }

    private static int callsAtOnce(FunctionResource function) {
        int calls = 0;
        for (var event : function.events()) {
            calls +=
                    switch (event) {
                        case EventSource.HttpRoute _ -> CALLS_AT_ONCE_OVER_HTTP;
                        case EventSource.SqsTrigger trigger -> QueuePump.pollers(trigger);
                        case EventSource.Schedule _ -> 1;
                    };
        }
        return Math.max(1, calls);
    }

    /** Connects the functions with what calls them. */
    public void open() {
        var routes = new ArrayList<Route>();
        for (var function : functions) {
            for (var event : function.resource().events()) {
                switch (event) {
                    case EventSource.HttpRoute http ->
                            routes.add(new Route(http.method(), http.path(), function));
                    case EventSource.SqsTrigger trigger -> pump(trigger, function);
                    case EventSource.Schedule schedule -> beat(schedule, function);
                }
            }
        }
        invoking.open(functions);
        door.open(routes);
    }

    /** Hands on every write to a table from now on. */
    public void follow(String logicalId, Consumer<Record> reader) {
        var arn = provisioned.attributes().getOrDefault(logicalId, Map.of()).get("StreamArn");
        if (arn == null) {
            throw new UserFault("The template has no table %s with a stream".formatted(logicalId));
        }
        var tail = new StreamTail(AwsClients.streams(servers.dynamodb()), arn, reader);
        parts.push(tail);
        tail.start();
    }

    private void pump(EventSource.SqsTrigger trigger, HostedFunction function) {
        var url = provisioned.queues().get(trigger.queueLogicalId());
        if (trigger.enabled() && url != null) {
            var pump = new QueuePump(trigger, function, sqs, url, clock, console);
            parts.push(pump);
            pumps.add(pump);
            pump.start();
        }
    }

    private void beat(EventSource.Schedule schedule, HostedFunction function) {
        if (schedule.enabled()) {
            var rhythm = new ScheduleTrigger(schedule, function, clock, console);
            parts.push(rhythm);
            rhythm.start();
        }
    }

    public Endpoints endpoints() {
        return endpoints(door, invoking, servers, provisioned);
    }

    private static Endpoints endpoints(
            FrontDoor door, InvokeDoor invoking, Servers servers, Provisioned provisioned) {
        return new Endpoints(
                door.address(),
                servers.dynamodb(),
                servers.sqs(),
                invoking.address(),
                provisioned.tables(),
                provisioned.queues());
    }

    public Template template() {
        return template;
    }

    /** Whether a queue holds nothing, not even what is delayed or in flight. */
    public boolean isDrained(String logicalId) {
        var url = endpoints().queue(logicalId);
        var counts =
                sqs.getQueueAttributes(
                                get ->
                                        get.queueUrl(url)
                                                .attributeNames(
                                                        APPROXIMATE_NUMBER_OF_MESSAGES,
                                                        APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                                        APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        return counts.values().stream().allMatch("0"::equals);
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    public void close() {
        // All at once, or each would wait for its own poll to end.
        pumps.forEach(QueuePump::stop);
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // whatever one part does, the others are closed too
                System.err.println("While stopping: " + e);
            }
        }
    }
}
