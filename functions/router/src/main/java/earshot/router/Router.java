package earshot.router;

import earshot.casebook.CommandText;
import earshot.casebook.CommandText.CommandException;
import earshot.domain.post.ConversationKey;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.queue.SqsMessage;
import earshot.queue.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Takes a batch of posts or commands. Each message stands for itself: one that cannot be understood
 * goes to the quarantine, one that failed comes again, and neither holds up its neighbours.
 */
final class Router {
    private final Filing filing;
    private final Folding folding;
    private final Commanding commanding;
    private final Quarantine refused;
    private final Retry.Budget budget;

    Router(
            Filing filing,
            Folding folding,
            Commanding commanding,
            Quarantine refused,
            Retry.Budget budget) {
        this.filing = filing;
        this.folding = folding;
        this.commanding = commanding;
        this.refused = refused;
        this.budget = budget;
    }

    /** A message that was filed, with what came of it. */
    private record Done(SqsMessage message, Filed.Touched touched) {}

    /**
     * Messages that are to come again.
     *
     * @param soon for these another write came first: they are wanted back at once
     * @param later whatever was away may stay away: the queue's own pause is theirs
     */
    record Failed(List<SqsMessage> soon, List<SqsMessage> later) {
        private Failed() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        private void add(SqsMessage message, RuntimeException failure) {
            Log.failed(message, failure);
            switch (failure) {
                case Retry.OvertakenException _, Filing.InTheMakingException _ -> soon.add(message);
                default -> later.add(message);
            }
        }

        List<String> ids() {
            return Stream.concat(soon.stream(), later.stream()).map(SqsMessage::messageId).toList();
        }
    }

    Failed route(List<SqsMessage> messages) {
        var retry = budget.begin();
        var failed = new Failed();
        Map<ConversationKey, List<Done>> groups = new LinkedHashMap<>();
        for (var message : messages) {
            try {
                take(message, retry, groups);
            } catch (WireException | CommandException e) {
                refused.quarantine(message, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                failed.add(message, e);
            }
        }
        groups.forEach((conversation, done) -> fold(conversation, done, retry, failed));
        return failed;
    }

    private void take(SqsMessage message, Retry retry, Map<ConversationKey, List<Done>> groups) {
        if (isCommand(message)) {
            command(message, retry);
            return;
        }
        var post = PostMessage.read(message.body());
        var filed = filing.file(post);
        Log.filed(message, post.activity(), filed);
        if (filed instanceof Filed.Touched touched) {
            groups.computeIfAbsent(touched.conversation(), _ -> new ArrayList<>())
                    .add(new Done(message, touched));
        }
    }

    /** Batches of both queues look alike: only a command says so. */
    static boolean isCommand(SqsMessage message) {
        try {
            return CommandText.isCommand(Json.parse(message.body()));
        } catch (JsonException _) {
            // Which queue it came from is not told: the reader of posts names the fault.
            return false;
        }
    }

    private void command(SqsMessage message, Retry retry) {
        var command = CommandText.read(message.body());
        retry.until(
                () ->
                        switch (commanding.apply(command)) {
                            case DONE, AGAIN -> true;
                            case NO_CASE -> {
                                refused.quarantine(message, "There is no case of that id");
                                yield true;
                            }
                            case LOST -> false;
                        });
    }

    private void fold(ConversationKey conversation, List<Done> done, Retry retry, Failed failed) {
        var touched = done.stream().map(Done::touched).toList();
        var hinted = touched.stream().flatMap(t -> t.hinted().stream()).distinct().toList();
        BooleanSupplier once =
                () ->
                        folding.fold(conversation, touched)
                                && (hinted.isEmpty() || folding.relate(conversation, hinted));
        try {
            retry.until(once);
        } catch (RuntimeException e) {
            for (var each : done) {
                failed.add(each.message(), e);
            }
        }
    }
}
