package earshot.benchmarks;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import earshot.casebook.CaseTable;
import earshot.domain.cases.Case;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A customer's first thousand messages, all of one instant; then the same deliveries again. */
final class Storm {
    private static final int MESSAGES = 1_000;
    private static final int SENDERS = 50;
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Project project;
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    Storm(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException, ExecutionException {
        Stack.build(project);
        try (var stack = Stack.start(project, java.util.Map.of());
                var client = HttpClient.newHttpClient();
                var dynamoDb = stack.dynamoDb();
                var sqs = stack.sqs()) {
            var customer = Customer.of("7402118830561927", client, stack, project);
            var table = stack.table(dynamoDb);
            var first = round(1, customer, stack, sqs, table);
            var second = round(2, customer, stack, sqs, table);
            var third = round(3, customer, stack, sqs, table);
            boolean same = first.cases().equals(second.cases()) && same(first, third);
            System.out.println(same ? "the case is unchanged" : "THE CASE CHANGED: " + third);
            return same && first.isAsPromised();
        }
    }

    private static boolean same(Round one, Round other) {
        return one.cases().equals(other.cases())
                && one.entries() == other.entries()
                && other.dead() == 0;
    }

    private record Round(Duration took, List<Case> cases, int entries, int dead) {
        boolean isAsPromised() {
            return cases.size() == 1
                    && entries == MESSAGES
                    && dead == 0
                    && took.compareTo(PROMISE) <= 0;
        }
    }

    private Round round(int number, Customer customer, Stack stack, SqsClient sqs, CaseTable table)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        send(customer);
        var answered = Duration.ofNanos(System.nanoTime() - begin);
        while (count(sqs, stack.queue("PostsQueue")) > 0
                && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Thread.sleep(Duration.ofMillis(50));
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var cases = table.cases().of(customer.conversation());
        int entries = table.entries().of(customer.conversation()).size();
        int dead = count(sqs, stack.queue("PostsDeadLetters"));
        System.out.printf(
                "round %d: answered in %.1f s, filed in %.1f s; cases %d, entries %d, dead letters"
                        + " %d%n",
                number,
                answered.toMillis() / 1e3,
                took.toMillis() / 1e3,
                cases.size(),
                entries,
                dead);
        return new Round(took, cases, entries, dead);
    }

    private void send(Customer customer) throws InterruptedException, ExecutionException {
        var calls = new ArrayList<Future<?>>();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < MESSAGES; i++) {
                var id = "m_storm_" + i;
                calls.add(
                        senders.submit(
                                () -> {
                                    customer.write(id, at);
                                    return id;
                                }));
            }
        }
        for (var call : calls) {
            call.get();
        }
    }

    /** All that a queue holds, what is delayed or in flight included. */
    private static int count(SqsClient sqs, String url) {
        return sqs
                .getQueueAttributes(
                        get ->
                                get.queueUrl(url)
                                        .attributeNames(
                                                APPROXIMATE_NUMBER_OF_MESSAGES,
                                                APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                                APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
