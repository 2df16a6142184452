package earshot.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import earshot.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The messages that Lambda hands to a function from its queue, and the answer that it expects. */
public record SqsBatch(List<SqsMessage> messages) {
    public SqsBatch {
        messages = List.copyOf(messages);
    }

    /** Reads the event that Lambda sends for a queue. */
    public static SqsBatch read(InputStream event) throws IOException {
        return of(Json.parse(event.readAllBytes()));
    }

    /** The same, of an event that has been parsed. */
    public static SqsBatch of(Json event) {
        List<SqsMessage> messages = new ArrayList<>();
        for (var item : event.items("Records")) {
            messages.add(message(new WireReader(item)));
        }
        return new SqsBatch(messages);
    }

    /**
     * Answers which messages are to come again; all others are done with.
     *
     * @param failed message ids
     */
    public static void answer(Collection<String> failed, OutputStream out) throws IOException {
        List<Json> failures = new ArrayList<>(failed.size());
        for (var id : failed) {
            failures.add(Json.object().with("itemIdentifier", id).build());
        }
        // Always there, also when empty: that says that all is well.
        var answer = Json.object().with("batchItemFailures", new JsonArray(failures));
        out.write(answer.write().getBytes(US_ASCII));
    }

    private static SqsMessage message(WireReader wired) {
        var attributes = wired.part("attributes");
        return new SqsMessage(
                wired.text("messageId"),
                wired.text("receiptHandle"),
                wired.text("body"),
                (int) attributes.number("ApproximateReceiveCount"),
                Instant.ofEpochMilli(attributes.number("SentTimestamp")));
    }
}
