package earshot.local.quarantine;

import earshot.local.stack.Site;
import earshot.stack.QueueResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * A queue, and where its messages go that failed too often.
 *
 * @param name of the queue
 * @param url of the queue
 * @param deadUrl of its dead letters
 */
public record DeadLetters(SqsClient sqs, String name, String url, String deadUrl) {
    private static final int LOOKED_AT = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** What an SQS that knows no moves answers. */
    private static final Set<String> UNKNOWN =
            Set.of(
                    "UnsupportedOperation",
                    "UnsupportedOperationException",
                    "AWS.SimpleQueueService.UnsupportedOperation",
                    "InvalidAction",
                    "UnknownOperationException");

    /** The queues of a stack that have dead letters. */
    public static List<DeadLetters> of(Site site) {
        return site.template().queues().stream().flatMap(queue -> of(site, queue)).toList();
    }

    private static Stream<DeadLetters> of(Site site, QueueResource queue) {
        var redrive = queue.redrive();
        return redrive == null
                ? Stream.of()
                : Stream.of(
                        new DeadLetters(
                                site.sqs(),
                                queue.name(),
                                site.queue(queue.logicalId()),
                                site.queue(redrive.deadLetterLogicalId())));
    }

    /** Whether this is the queue that somebody means, with or without what all names begin with. */
    public boolean isCalled(String word) {
        var queue = word.replaceFirst("-dead-letters$", "");
        return name.equals(queue) || name.endsWith("-" + queue);
    }

    /** How many there are, those too that somebody is looking at. */
    public int count() {
        var names =
                List.of(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        return sqs
                .getQueueAttributes(r -> r.queueUrl(deadUrl).attributeNames(names))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** When the oldest of the first hundred was sent: a queue is in no order. */
    public Optional<Instant> oldest() {
        try (var held = HeldMessages.of(sqs, deadUrl, LOOKED_AT)) {
            return held.all().stream().map(HeldMessages::sentAt).min(Instant::compareTo);
        }
    }

    /**
     * Moves all of them back, by SQS where it knows how.
     *
     * @return how many were moved
     */
    public long redrive() throws InterruptedException {
        try {
            var task =
                    sqs.startMessageMoveTask(
                            r -> r.sourceArn(arn(deadUrl)).destinationArn(arn(url)));
            return await(Objects.requireNonNullElse(task.taskHandle(), ""));
        } catch (SqsException e) {
            if (isUnknown(e)) {
                return oneByOne();
            }
            throw e;
        } catch (UnsupportedOperationException e) {
            return oneByOne();
        }
    }

    private static boolean isUnknown(SqsException e) {
        var details = e.awsErrorDetails();
        return details != null && UNKNOWN.contains(details.errorCode());
    }

    private String arn(String queue) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(
                                r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    private long await(String handle) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var task = task(handle);
            boolean isOver = task == null || !"RUNNING".equals(task.status());
            if (isOver || System.nanoTime() > end) {
                return moved(task);
            }
            Thread.sleep(GLANCE);
        }
    }

    /** Only a running task shows its handle: of those that are over, the newest comes first. */
    private @Nullable ListMessageMoveTasksResultEntry task(String handle) {
        var tasks =
                sqs.listMessageMoveTasks(r -> r.sourceArn(arn(deadUrl)).maxResults(10)).results();
        return tasks.stream()
                .filter(task -> handle.equals(task.taskHandle()))
                .findFirst()
                .or(() -> tasks.stream().findFirst())
                .orElse(null);
    }

    private static long moved(@Nullable ListMessageMoveTasksResultEntry task) {
        var moved = task == null ? null : task.approximateNumberOfMessagesMoved();
        return moved == null ? 0 : moved;
    }

    /** Sent before it is deleted: stopped in between, it is there twice, which harms no queue. */
    long oneByOne() {
        long moved = 0;
        while (true) {
            try (var held = HeldMessages.of(sqs, deadUrl, LOOKED_AT)) {
                for (var message : held.all()) {
                    sqs.sendMessage(r -> r.queueUrl(url).messageBody(message.body()));
                    held.delete(message);
                    moved++;
                }
                if (held.isAll()) {
                    return moved;
                }
            }
        }
    }
}
