package earshot.local.quarantine;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.local.run.Invoker;
import earshot.stack.EventSource.HttpRoute;
import earshot.stack.FunctionResource;
import earshot.stack.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends through its reader again what lay in the quarantine. What was read completely leaves the
 * queue after its posts are queued; stopped in between it is replayed once more, which a post's
 * identity makes harmless.
 */
public final class Replay {
    private final Template template;
    private final Invoker invoker;
    private final SqsClient sqs;
    private final Function<String, String> queues;

    /**
     * @param queues URL by logical id
     */
    public Replay(
            Template template, Invoker invoker, SqsClient sqs, Function<String, String> queues) {
        this.template = template;
        this.invoker = invoker;
        this.sqs = sqs;
        this.queues = queues;
    }

    /** What became of it. */
    public sealed interface Outcome {
        String sentence();

        /** It may leave the quarantine. */
        record Taken(String sentence) implements Outcome {}

        /** It stays. */
        record Stays(String sentence) implements Outcome {}
    }

    public Outcome of(QuarantineItem kept) {
        return switch (kept) {
            case QuarantineItem.OfNetwork element when element.isPolled() ->
                    new Outcome.Stays(
                            "brought by a poll: it comes again by itself once its reader is mended");
            case QuarantineItem.OfNetwork element -> read(element);
            case QuarantineItem.OfRouter message -> route(message);
            case QuarantineItem.Unclear unclear -> new Outcome.Stays(unclear.reason());
        };
    }

    private Outcome read(QuarantineItem.OfNetwork element) {
        var network = element.delivery().network();
        var function = functionOf(network);
        if (function.isEmpty()) {
            return new Outcome.Stays(
                    "no function reads %s here: is it switched on?".formatted(network.slug()));
        }
        try {
            return switch (invoker.invoke(function.get().name(), event(element))) {
                case Invoker.Answer.Answered(var answer) -> outcome(answer);
                case Invoker.Answer.Failed(var reason) -> new Outcome.Stays(reason);
            };
        } catch (IOException e) {
            return new Outcome.Stays("Lambda could not be reached: " + e.getMessage());
        }
    }

    /** The function behind a network's webhook: it has the network's reader. */
    private Optional<FunctionResource> functionOf(Network network) {
        var path = "/webhooks/" + network.slug();
        return template.functions().stream()
                .filter(
                        function ->
                                function.events().stream()
                                        .anyMatch(
                                                event ->
                                                        event instanceof HttpRoute route
                                                                && route.path().equals(path)))
                .findFirst();
    }

    private static Json event(QuarantineItem.OfNetwork element) {
        List<Json> parts =
                element.messages().stream().map(Message::body).distinct().map(Json::of).toList();
        return Json.object().with("replay", new JsonArray(parts)).build();
    }

    /** A function that is older than this command answers a replay with something else. */
    private static Outcome outcome(Json answer) {
        var unreadable = answer.items("unreadable").stream().map(Json::text).toList();
        if (!unreadable.isEmpty()) {
            return new Outcome.Stays(
                    "still cannot be read: "
                            + unreadable.stream().distinct().collect(Collectors.joining("; ")));
        }
        if (answer.integer("activities") == null) {
            return new Outcome.Stays("its function does not know replays: deploy this version");
        }
        var became = new ArrayList<String>();
        became(answer.integer("activities"), "to be filed").ifPresent(became::add);
        became(answer.integer("pointers"), "to be fetched").ifPresent(became::add);
        became(answer.integer("ignored"), "ignored").ifPresent(became::add);
        return new Outcome.Taken(became.isEmpty() ? "nothing in it" : String.join(", ", became));
    }

    private static Optional<String> became(@Nullable Long count, String what) {
        return count == null || count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }

    private Outcome route(QuarantineItem.OfRouter message) {
        var queue = message.isCommand() ? "CommandsQueue" : "PostsQueue";
        sqs.sendMessage(r -> r.queueUrl(queues.apply(queue)).messageBody(message.body()));
        return new Outcome.Taken(
                "sent to %s again: what still cannot be understood comes back here"
                        .formatted(message.from()));
    }
}
