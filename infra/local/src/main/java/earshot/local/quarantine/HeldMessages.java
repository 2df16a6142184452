package earshot.local.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * All messages of a queue, held back from other readers while they are looked at. Closed, the queue
 * shows again all that was not deleted; if this process is killed, it does so by itself after a
 * while.
 */
public final class HeldMessages implements AutoCloseable {
    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int BATCH = 10;
    private static final int MOST = 2_000;
    private static final long MOST_CHARACTERS = 256L * 1024 * 1024;

    private final SqsClient sqs;
    private final String url;

    /**
     * By id: a queue may hand over a message twice, and its newest receipt is the one that counts.
     */
    private final Map<String, Message> held = new LinkedHashMap<>();

    private boolean isAll = true;

    private HeldMessages(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    public static HeldMessages of(SqsClient sqs, String url) {
        return of(sqs, url, MOST);
    }

    /**
     * @param most how many are taken at most
     */
    public static HeldMessages of(SqsClient sqs, String url, int most) {
        var messages = new HeldMessages(sqs, url);
        try {
            messages.receive(most);
            return messages;
        } catch (RuntimeException e) {
            messages.close();
            throw e;
        }
    }

    private void receive(int most) {
        long characters = 0;
        while (true) {
            var got = receive();
            if (got.isEmpty()) {
                return;
            }
            for (var message : got) {
                held.put(message.messageId(), message);
                characters += message.body().length();
            }
            if (held.size() >= most || characters > MOST_CHARACTERS) {
                isAll = false;
                return;
            }
        }
    }

    /**
     * A long poll asks every server of the queue: an empty answer means that nothing is visible.
     */
    private List<Message> receive() {
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(url)
                                        .maxNumberOfMessages(BATCH)
                                        .waitTimeSeconds(1)
                                        .visibilityTimeout((int) HELD.toSeconds())
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    public List<Message> all() {
        return List.copyOf(held.values());
    }

    /** False when the queue holds more than one look can take. */
    public boolean isAll() {
        return isAll;
    }

    public static Instant sentAt(Message message) {
        var sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        return sent == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(sent));
    }

    public void delete(Message message) {
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
        held.remove(message.messageId());
    }

    @Override
    public void close() {
        var rest = new ArrayList<>(held.values());
        for (int from = 0; from < rest.size(); from += BATCH) {
            show(rest.subList(from, Math.min(rest.size(), from + BATCH)));
        }
        held.clear();
    }

    private void show(List<Message> messages) {
        var entries =
                IntStream.range(0, messages.size())
                        .mapToObj(
                                i ->
                                        ChangeMessageVisibilityBatchRequestEntry.builder()
                                                .id("m" + i)
                                                .receiptHandle(messages.get(i).receiptHandle())
                                                .visibilityTimeout(0)
                                                .build())
                        .toList();
        sqs.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries));
    }
}
