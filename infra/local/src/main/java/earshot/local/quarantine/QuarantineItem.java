package earshot.local.quarantine;

import earshot.casebook.CommandText;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import earshot.queue.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** One thing that lies in the quarantine, with all the messages that make it up. */
public sealed interface QuarantineItem {
    String id();

    /** Why it lies there, in a few words. */
    String reason();

    /** When it came. */
    Instant since();

    List<Message> messages();

    /** The network, or what else it is of. */
    String from();

    /** In bytes. */
    int size();

    /** A delivery of a network, or one element of it. */
    record OfNetwork(Quarantined delivery, List<Message> messages) implements QuarantineItem {
        /** What was asked for came with this one header; a webhook has others. */
        private static final Set<String> ASKED = Set.of("content-type");

        @Override
        public String id() {
            return delivery.id();
        }

        @Override
        public String reason() {
            return delivery.reason();
        }

        @Override
        public Instant since() {
            return delivery.receivedAt();
        }

        @Override
        public String from() {
            return delivery.network().slug();
        }

        @Override
        public int size() {
            return delivery.body().length;
        }

        /**
         * A poll names itself by invocation, account and number; a webhook's call has no account.
         */
        boolean isPolled() {
            return delivery.headers().keySet().equals(ASKED)
                    && delivery.id().chars().filter(c -> c == '/').count() >= 3;
        }
    }

    /**
     * A message that the router could not understand.
     *
     * @param body as it came
     */
    record OfRouter(String id, String reason, String body, List<Message> messages)
            implements QuarantineItem {
        @Override
        public Instant since() {
            return HeldMessages.sentAt(messages.getFirst());
        }

        @Override
        public String from() {
            return isCommand() ? "commands" : "posts";
        }

        @Override
        public int size() {
            return body.length();
        }

        boolean isCommand() {
            try {
                return CommandText.isCommand(Json.parse(body));
            } catch (JsonException _) {
                return false;
            }
        }
    }

    /** What can be shown as it lies there and no more: a delivery in part, or none of ours. */
    record Unclear(String id, String reason, List<Message> messages) implements QuarantineItem {
        @Override
        public Instant since() {
            return HeldMessages.sentAt(messages.getFirst());
        }

        @Override
        public String from() {
            return "?";
        }

        @Override
        public int size() {
            return messages.stream().mapToInt(message -> message.body().length()).sum();
        }
    }

    /** Finds the parts of each, oldest first. */
    static List<QuarantineItem> of(List<Message> messages) {
        Map<String, List<Message>> byId = new LinkedHashMap<>();
        for (var message : messages) {
            byId.computeIfAbsent(idOf(message), _ -> new ArrayList<>()).add(message);
        }
        return byId.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparing(QuarantineItem::since)
                                .thenComparing(QuarantineItem::id))
                .toList();
    }

    private static String idOf(Message message) {
        var json = parsed(message);
        var id = json.text(isOfRouter(json) ? "messageId" : "id");
        return Objects.requireNonNullElse(id, message.messageId());
    }

    private static boolean isOfRouter(Json json) {
        return "router".equals(json.text("from"));
    }

    private static Json parsed(Message message) {
        try {
            return Json.parse(message.body());
        } catch (JsonException _) {
            return Json.object().build();
        }
    }

    private static QuarantineItem of(String id, List<Message> messages) {
        var json = parsed(messages.getFirst());
        if (isOfRouter(json)) {
            return new OfRouter(
                    id,
                    Objects.requireNonNullElse(json.text("reason"), ""),
                    Objects.requireNonNullElse(json.text("body"), ""),
                    messages);
        }
        try {
            var bodies = messages.stream().map(Message::body).toList();
            return new OfNetwork(QuarantineWire.read(bodies), messages);
        } catch (WireException e) {
            return new Unclear(id, Objects.requireNonNullElse(e.getMessage(), ""), messages);
        }
    }
}
