package earshot.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A batch and its answer in the protocol that SQS speaks (AWS JSON 1.0). */
final class BatchJson {
    private BatchJson() {}

    static byte[] request(String queueUrl, List<Message> batch) {
        List<Json> entries = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var message = batch.get(i);
            entries.add(
                    Json.object()
                            .with("Id", Integer.toString(i))
                            .with("MessageBody", message.body())
                            .with("DelaySeconds", message.delaySeconds())
                            .build());
        }
        return Json.object()
                .with("QueueUrl", queueUrl)
                .with("Entries", new JsonArray(entries))
                .write()
                .getBytes(US_ASCII);
    }

    /** What the queue did not take: whatever the answer does not name as successful. */
    static List<Message> unconfirmed(int status, byte[] answer, List<Message> batch)
            throws IOException, BatchCall.RefusedException {
        var json = parse(status, answer);
        if (status != 200) {
            throw fault(status, json);
        }
        var confirmed = new boolean[batch.size()];
        for (var entry : json.items("Successful")) {
            var index = entry.integer("Id");
            if (index != null && index >= 0 && index < confirmed.length) {
                confirmed[index.intValue()] = true;
            }
        }
        List<Message> left = new ArrayList<>();
        for (int i = 0; i < confirmed.length; i++) {
            if (!confirmed[i]) {
                left.add(batch.get(i));
            }
        }
        return left;
    }

    private static BatchCall.RefusedException fault(int status, Json json) throws IOException {
        var type = json.text("__type");
        var reason = "SQS answered " + status + (type == null ? "" : " " + type);
        // Throttling is a 400 in this protocol.
        if (status >= 500 || status == 429 || (type != null && type.contains("hrottl"))) {
            throw new IOException(reason);
        }
        return new BatchCall.RefusedException(reason);
    }

    private static Json parse(int status, byte[] answer) throws IOException {
        try {
            return Json.parse(answer);
        } catch (JsonException e) {
            throw new IOException("SQS answered " + status + " and not in JSON", e);
        }
    }
}
