package earshot.testkit;

import earshot.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What Lambda says to a function behind a queue, and reads in its answer. */
public final class LambdaSqs {
    private LambdaSqs() {}

    /**
     * An event of these messages, whose ids and receipt handles are {@code m0}, {@code m1} and so
     * on.
     */
    public static InputStream event(List<String> bodies) {
        var records = new ArrayList<Json>();
        for (int i = 0; i < bodies.size(); i++) {
            records.add(message("m" + i, bodies.get(i)));
        }
        var event = Json.object().withItems("Records", records).write();
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.US_ASCII));
    }

    private static Json message(String id, String body) {
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

    /** The ids of the messages that are to come again. */
    public static List<String> failures(byte[] answer) {
        return Json.parse(answer).items("batchItemFailures").stream()
                .map(f -> Objects.requireNonNull(f.text("itemIdentifier")))
                .toList();
    }
}
