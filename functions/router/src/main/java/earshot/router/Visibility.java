package earshot.router;

import earshot.queue.SqsMessage;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Brings overtaken messages back in 1 to 5 s, each at its own: the queue's own minute would starve
 * a hot conversation, and all at once would meet again.
 */
final class Visibility {
    private final SqsClient sqs;
    private final String posts;
    private final String commands;

    Visibility(SqsClient sqs, String posts, String commands) {
        this.sqs = sqs;
        this.posts = posts;
        this.commands = commands;
    }

    void soon(List<SqsMessage> failed) {
        var byQueue = failed.stream().collect(Collectors.partitioningBy(Router::isCommand));
        soon(posts, byQueue.getOrDefault(false, List.of()));
        soon(commands, byQueue.getOrDefault(true, List.of()));
    }

    private void soon(String queueUrl, List<SqsMessage> failed) {
        if (failed.isEmpty()) {
            return;
        }
        var entries =
                IntStream.range(0, failed.size())
                        .mapToObj(i -> entry(Integer.toString(i), failed.get(i)))
                        .toList();
        sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queueUrl).entries(entries));
    }

    private static ChangeMessageVisibilityBatchRequestEntry entry(String id, SqsMessage message) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(ThreadLocalRandom.current().nextInt(1, 6))
                .build();
    }
}
