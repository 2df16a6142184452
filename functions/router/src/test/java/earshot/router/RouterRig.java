package earshot.router;

import earshot.casebook.CaseTable;
import earshot.casebook.CommandText;
import earshot.domain.Activity;
import earshot.domain.Case;
import earshot.domain.Command;
import earshot.domain.ConversationKey;
import earshot.json.Json;
import earshot.queue.Wire;
import earshot.testkit.LocalCloud;
import earshot.testkit.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.model.Message;

/** The router as Lambda calls it, on a clock that stands; what it delays is delivered by hand. */
final class RouterRig {
    private final LocalCloud cloud;
    private final RouterFunction router;
    private final CaseTable table;

    RouterRig(LocalCloud cloud, MovableClock clock, Map<String, String> more) {
        this.cloud = cloud;
        var environment = new HashMap<>(cloud.environment());
        environment.put("EARSHOT_PARENT_WAIT_SECONDS", "0");
        environment.putAll(more);
        this.router = new RouterFunction(environment, clock);
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    CaseTable table() {
        return table;
    }

    /** Hands over a batch; returns the ids of the messages that are to come again. */
    List<String> call(List<String> bodies) {
        var records = new ArrayList<Json>();
        for (int i = 0; i < bodies.size(); i++) {
            records.add(record("m" + i, bodies.get(i)));
        }
        var event = Json.object().withItems("Records", records).write();
        var out = new ByteArrayOutputStream();
        try {
            router.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.US_ASCII)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toByteArray()).items("batchItemFailures").stream()
                .map(f -> Objects.requireNonNull(f.text("itemIdentifier")))
                .toList();
    }

    private static Json record(String id, String body) {
        return Json.object()
                .with("messageId", id)
                .with("receiptHandle", id)
                .with("body", body)
                .with(
                        "attributes",
                        Json.object()
                                .with("ApproximateReceiveCount", "1")
                                .with("SentTimestamp", "1700000000000")
                                .build())
                .build();
    }

    /** Each activity in a call of its own, then what waited for a parent. */
    void deliver(List<Activity> activities) {
        activities.forEach(activity -> call(List.of(Wire.encode(activity))));
        deliverDelayed();
    }

    /** Takes what the router has put back into the queue and hands it over, until none is left. */
    void deliverDelayed() {
        for (var bodies = drain("PostsQueue"); !bodies.isEmpty(); bodies = drain("PostsQueue")) {
            bodies.forEach(body -> call(List.of(body)));
        }
    }

    void command(Command command) {
        call(List.of(CommandText.write(command)));
    }

    /** All bodies in a queue, which is empty afterwards. */
    List<String> drain(String queue) {
        var bodies = new ArrayList<String>();
        var url = cloud.queueUrl(queue);
        while (true) {
            var messages =
                    cloud.sqs()
                            .receiveMessage(
                                    r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                            .messages();
            if (messages.isEmpty()) {
                return bodies;
            }
            for (Message message : messages) {
                bodies.add(message.body());
                cloud.sqs()
                        .deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    List<Case> cases(String conversation) {
        return table.cases().of(new ConversationKey(conversation));
    }

    Case only(String conversation) {
        var cases = cases(conversation);
        if (cases.size() != 1) {
            throw new AssertionError(cases.size() + " cases in " + conversation);
        }
        return cases.getFirst();
    }
}
