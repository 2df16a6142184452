package earshot.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A hundred customers write, nobody answers, and each answer is due six seconds later, to the
 * millisecond: how late is that decided, and how late has somebody been told?
 */
final class Lateness {
    private static final int CUSTOMERS = 100;
    private static final Duration APART = Duration.ofMillis(197);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROMISE = Duration.ofSeconds(2);

    /** As infra/benchmarks/lateness-policy.yaml has it. */
    private static final Duration GOAL = Duration.ofSeconds(6);

    private final Project project;
    private final Spread decided = new Spread();
    private final Spread delivered = new Spread();
    private int missing;

    Lateness(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException {
        Stack.build(project);
        var policy = project.file("infra/benchmarks/lateness-policy.yaml").toString();
        try (var box = new NoticeBox();
                var stack =
                        Stack.start(
                                project,
                                Map.of("EARSHOT_NOTIFY_URL", box.url()),
                                "--policy",
                                policy)) {
            var due = send(stack);
            await(box);
            compare(stack, due, box.arrivals());
        }
        System.out.println("decided    " + decided);
        System.out.println("delivered  " + delivered + ", missing " + missing);
        return missing == 0
                && decided.early() == 0
                && delivered.early() == 0
                && delivered.percentile(99).compareTo(PROMISE) <= 0;
    }

    /** When each customer's answer is due. */
    private Map<Customer, Instant> send(Stack stack) throws IOException, InterruptedException {
        var due = new LinkedHashMap<Customer, Instant>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                var customer = Customer.of("79000000" + (1000 + i), client, stack, project);
                var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                customer.write("m_late_" + i, at);
                due.put(customer, at.plus(GOAL));
                Thread.sleep(APART);
            }
        }
        return due;
    }

    private static void await(NoticeBox box) throws InterruptedException {
        var end = Instant.now().plus(GOAL).plus(PATIENCE);
        while (box.arrivals().size() < CUSTOMERS && Instant.now().isBefore(end)) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private void compare(Stack stack, Map<Customer, Instant> due, Map<String, Instant> arrivals) {
        try (var dynamoDb = stack.dynamoDb()) {
            var notices = stack.table(dynamoDb).notices();
            due.forEach(
                    (customer, at) -> {
                        int told = 0;
                        for (var kept : notices.of(customer.conversation())) {
                            var key = kept.key().pk() + "#" + kept.key().sk();
                            var arrival = arrivals.get(key);
                            decided.add(Duration.between(at, kept.notice().decidedAt()));
                            if (arrival != null) {
                                delivered.add(Duration.between(at, arrival));
                                told++;
                            }
                        }
                        missing += told == 1 ? 0 : 1;
                    });
        }
    }
}
