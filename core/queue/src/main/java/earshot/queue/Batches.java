package earshot.queue;

import earshot.queue.BatchCall.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Cuts messages into batches and sends up to four of them at a time. What is not taken is tried
 * again at once; beyond that, whoever delivered to us tries again later.
 */
final class Batches {
    static final int MOST_ENTRIES = 10;

    /** SQS counts 1,048,576 bytes, attributes included. */
    static final int MOST_BYTES = 1_000_000;

    private static final int IN_FLIGHT = 4;
    private static final int ATTEMPTS = 3;

    private final BatchCall call;

    Batches(BatchCall call) {
        this.call = call;
    }

    void send(String queueUrl, List<Message> messages) {
        var batches = cut(messages);
        List<Outcome> outcomes =
                batches.size() > 1
                        ? together(queueUrl, batches)
                        : batches.isEmpty() ? List.of() : List.of(one(queueUrl, batches.get(0)));
        int failed = 0;
        Throwable cause = null;
        for (var outcome : outcomes) {
            failed += outcome.failed();
            cause = outcome.cause() == null ? cause : outcome.cause();
        }
        if (failed > 0) {
            throw new QueueException(failed, messages.size(), queueUrl, cause);
        }
    }

    static List<List<Message>> cut(List<Message> messages) {
        List<List<Message>> batches = new ArrayList<>();
        List<Message> open = new ArrayList<>();
        int bytes = 0;
        for (var message : messages) {
            int size = message.body().length();
            if (open.size() == MOST_ENTRIES || (!open.isEmpty() && bytes + size > MOST_BYTES)) {
                batches.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(message);
            bytes += size;
        }
        if (!open.isEmpty()) {
            batches.add(open);
        }
        return batches;
    }

    private List<Outcome> together(String queueUrl, List<List<Message>> batches) {
        List<Callable<Outcome>> tasks = new ArrayList<>();
        for (var batch : batches) {
            tasks.add(() -> one(queueUrl, batch));
        }
        try (var threads = Executors.newFixedThreadPool(Math.min(IN_FLIGHT, batches.size()))) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> done : threads.invokeAll(tasks)) {
                outcomes.add(done.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sending failed in an unforeseen way", e.getCause());
        }
    }

    private Outcome one(String queueUrl, List<Message> batch) {
        var left = batch;
        Throwable cause = null;
        for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            try {
                left = call.send(queueUrl, left);
            } catch (IOException e) {
                cause = e;
            } catch (RefusedException e) {
                return new Outcome(left.size(), e);
            }
        }
        return new Outcome(left.size(), cause);
    }

    private record Outcome(int failed, @Nullable Throwable cause) {}
}
