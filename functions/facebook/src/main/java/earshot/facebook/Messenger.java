package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonObject;

/**
 * The elements of {@code messaging}, and of {@code standby} while another app holds the thread.
 * Each has a sender, a recipient and one member more, which says what happened.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events">
 *     the events' reference</a>
 */
final class Messenger {
    private Messenger() {}

    static Outcome read(Element element, Json event) {
        if (!(event instanceof JsonObject(var members))) {
            return element.unreadable("a Messenger event that is no object");
        }
        if (event.has("message")) {
            return Messages.read(new Chat(element, event));
        }
        if (event.has("message_edit")) {
            return Messages.readEdit(new Chat(element, event));
        }
        if (event.has("postback")) {
            return Postbacks.read(new Chat(element, event));
        }
        var kinds = members.keySet().stream();
        return kinds.filter(Messenger::saysWhatHappened)
                .findFirst()
                .map(kind -> Outcome.ignored(Kinds.of("messaging", kind), reason(kind)))
                .orElseGet(() -> element.unreadable("a Messenger event that says nothing"));
    }

    private static boolean saysWhatHappened(String member) {
        return switch (member) {
            case "sender", "recipient", "timestamp", "prior_message" -> false;
            default -> true;
        };
    }

    private static String reason(String kind) {
        return switch (kind) {
            case "reaction" -> "a reaction is no post";
            case "read", "delivery" -> "a receipt is no post";
            default -> "an event that is no message";
        };
    }
}
