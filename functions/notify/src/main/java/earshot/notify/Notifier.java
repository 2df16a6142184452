package earshot.notify;

import earshot.casebook.Notices;
import earshot.queue.NoticeReference;
import earshot.queue.SqsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Delivers a batch of notices, each recipient's in order and the recipients beside each other, so
 * that nobody waits for another's storm.
 */
final class Notifier {
    private static final int RECIPIENTS_AT_ONCE = 8;

    private final Notices notices;
    private final Supplier<Gate> gates;
    private final Round round;
    private final Deadline.Budget budget;

    /**
     * @param gates opens one for each batch
     */
    Notifier(Notices notices, Supplier<Gate> gates, Round round, Deadline.Budget budget) {
        this.notices = notices;
        this.gates = gates;
        this.round = round;
        this.budget = budget;
    }

    /**
     * @return the ids of the messages that must come again
     */
    List<String> deliver(List<SqsMessage> messages) {
        var deadline = budget.begin();
        var batch = Batch.read(messages, notices, gates.get());
        var undelivered = round(batch, deadline);
        return Stream.concat(batch.unread().stream(), undelivered.stream().flatMap(batch::askedBy))
                .map(SqsMessage::messageId)
                .toList();
    }

    private List<NoticeReference> round(Batch batch, Deadline deadline) {
        var threads = Thread.ofVirtual().name("recipient-", 0).factory();
        try (var executor = Executors.newFixedThreadPool(RECIPIENTS_AT_ONCE, threads)) {
            List<CompletableFuture<List<NoticeReference>>> rounds = new ArrayList<>();
            batch.byRecipient()
                    .forEach(
                            (recipient, waiting) ->
                                    rounds.add(
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            round.deliver(
                                                                    recipient, waiting, deadline),
                                                    executor)));
            return rounds.stream().flatMap(done -> done.join().stream()).toList();
        }
    }
}
