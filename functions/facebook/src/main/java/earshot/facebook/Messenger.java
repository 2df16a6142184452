package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.webhook.Reading;

/**
 * The elements of {@code messaging}, and of {@code standby} while another app holds the thread.
 * Each has a sender, a recipient and one member more, which says what happened.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events">
 *     the events' reference</a>
 */
final class Messenger {
    private Messenger() {}

    static Reading read(Element element, Json event) {
        if (!(event instanceof JsonObject(var members))) {
            return element.unreadable(Why.NO_EVENT);
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
                .map(kind -> Reading.ignored(Kinds.of("messaging", kind), why(kind)))
                .orElseGet(() -> element.unreadable(Why.EMPTY_EVENT));
    }

    private static boolean saysWhatHappened(String member) {
        return switch (member) {
            case "sender", "recipient", "timestamp", "prior_message" -> false;
            default -> true;
        };
    }

    private static Why why(String kind) {
        return switch (kind) {
            case "reaction" -> Why.REACTION;
            case "read", "delivery" -> Why.RECEIPT;
            default -> Why.OTHER_EVENT;
        };
    }
}
