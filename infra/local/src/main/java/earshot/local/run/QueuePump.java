package earshot.local.run;

import earshot.local.text.Console;
import earshot.local.text.Invocation;
import earshot.stack.EventSource.SqsTrigger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Feeds the messages of one queue to one function, as Lambda's own pollers do: what the function
 * did is deleted, what it did not comes again when its visibility ends.
 */
final class QueuePump implements AutoCloseable {
    private static final int MOST_PER_RECEIVE = 10;
    private static final int MOST_POLLERS = 4;
    private static final Duration POLL = Duration.ofSeconds(2);

    private final SqsTrigger trigger;
    private final HostedFunction function;
    private final SqsClient sqs;
    private final String queueUrl;
    private final SqsEvent events;
    private final Clock clock;
    private final Console console;
    private final List<Thread> pollers = new ArrayList<>();
    private volatile boolean closed;

    QueuePump(
            SqsTrigger trigger,
            HostedFunction function,
            SqsClient sqs,
            String queueUrl,
            Clock clock,
            Console console) {
        this.trigger = trigger;
        this.function = function;
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.events = new SqsEvent(queueUrl.substring(queueUrl.lastIndexOf('/') + 1));
        this.clock = clock;
        this.console = console;
    }

    /** How many calls a trigger makes at once here. Two that wait would each hold half a batch. */
    static int pollers(SqsTrigger trigger) {
        if (!trigger.batchWindow().isZero()) {
            return 1;
        }
        return trigger.maximumConcurrency() == 0
                ? MOST_POLLERS
                : Math.min(MOST_POLLERS, trigger.maximumConcurrency());
    }

    void start() {
        for (int i = 0; i < pollers(trigger); i++) {
            var name = "poll " + trigger.queueLogicalId() + " " + i;
            pollers.add(Thread.ofVirtual().name(name).start(this::poll));
        }
    }

    private void poll() {
        try {
            while (!closed) {
                var batch = collect();
                if (!batch.isEmpty()) {
                    deliver(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SdkException e) {
            if (!closed) {
                console.fault("Queue " + queueUrl + " is read no more: " + e.getMessage());
            }
        }
    }

    /** One receive, and more until the batch is full or its window over. */
    private List<Message> collect() {
        var batch = new ArrayList<>(receive(trigger.batchSize(), POLL));
        if (batch.isEmpty() || trigger.batchWindow().isZero()) {
            return batch;
        }
        var end = clock.instant().plus(trigger.batchWindow());
        while (batch.size() < trigger.batchSize() && !closed) {
            var left = Duration.between(clock.instant(), end);
            if (left.isNegative() || left.isZero()) {
                break;
            }
            batch.addAll(receive(trigger.batchSize() - batch.size(), left));
        }
        return batch;
    }

    private List<Message> receive(int most, Duration wait) {
        int seconds = (int) Math.min(POLL.toSeconds(), Math.max(1, wait.toSeconds()));
        return sqs.receiveMessage(
                        request ->
                                request.queueUrl(queueUrl)
                                        .maxNumberOfMessages(Math.min(MOST_PER_RECEIVE, most))
                                        .waitTimeSeconds(seconds)
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    private void deliver(List<Message> batch) throws InterruptedException {
        var event = events.write(batch).getBytes(StandardCharsets.US_ASCII);
        var invocation = function.invoke(event);
        console.failure(function.name(), invocation);
        if (invocation instanceof Invocation.Answered(String output)) {
            var failed =
                    trigger.partialFailures()
                            ? BatchAnswer.failed(output, SqsEvent.ids(batch))
                            : Set.<String>of();
            delete(batch.stream().filter(m -> !failed.contains(m.messageId())).toList());
        }
    }

    private void delete(List<Message> done) {
        for (int from = 0; from < done.size(); from += MOST_PER_RECEIVE) {
            var part = done.subList(from, Math.min(done.size(), from + MOST_PER_RECEIVE));
            var entries = new ArrayList<DeleteMessageBatchRequestEntry>();
            for (int i = 0; i < part.size(); i++) {
                var receipt = part.get(i).receiptHandle();
                var id = Integer.toString(i);
                entries.add(
                        DeleteMessageBatchRequestEntry.builder()
                                .id(id)
                                .receiptHandle(receipt)
                                .build());
            }
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
        }
    }

    /** Takes no new message from now on. */
    void stop() {
        closed = true;
    }

    /** Takes no new message, and lets calls that run come to their end. */
    @Override
    public void close() {
        stop();
        var end = Instant.now(clock).plus(POLL).plusSeconds(1);
        for (var poller : pollers) {
            try {
                var left = Duration.between(Instant.now(clock), end);
                if (left.isNegative() || !poller.join(left)) {
                    poller.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                poller.interrupt();
            }
        }
    }
}
