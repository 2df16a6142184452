package earshot.notify;

import earshot.casebook.Notices;
import earshot.queue.NoticeReference;
import earshot.queue.SqsMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Delivers a batch of notices, each recipient's in order and the recipients beside each other, so
 * that nobody waits for another's storm.
 */
final class Notifier {
    private static final int RECIPIENTS_AT_ONCE = 8;

    private final Notices notices;
    private final Round round;
    private final Deadline.Budget budget;

    Notifier(Notices notices, Round round, Deadline.Budget budget) {
        this.notices = notices;
        this.round = round;
        this.budget = budget;
    }

    /**
     * @return the ids of the messages that must come again
     */
    List<String> deliver(List<SqsMessage> messages) {
        var deadline = budget.begin();
        var batch = Batch.read(messages, notices);
        var undelivered = round(batch, deadline);
        return Stream.concat(batch.unread().stream(), undelivered.stream().flatMap(batch::askedBy))
                .map(SqsMessage::messageId)
                .toList();
    }

    private Set<NoticeReference> round(Batch batch, Deadline deadline) {
        var threads = Thread.ofVirtual().name("recipient-", 0).factory();
        try (var executor = Executors.newFixedThreadPool(RECIPIENTS_AT_ONCE, threads)) {
            var under =
                    batch.byRecipient().entrySet().stream()
                            .map(
                                    to ->
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            round.deliver(
                                                                    to.getKey(),
                                                                    to.getValue(),
                                                                    deadline),
                                                    executor))
                            .toList();
            return under.stream()
                    .flatMap(undelivered -> undelivered.join().stream())
                    .collect(Collectors.toSet());
        }
    }
}
