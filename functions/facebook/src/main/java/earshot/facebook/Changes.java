package earshot.facebook;

import earshot.json.JsonObject;
import earshot.webhook.Reading;

/** The elements of {@code changes}, told apart by the {@code field} that the page subscribed to. */
final class Changes {
    private Changes() {}

    static Reading read(Element element) {
        var content = element.content();
        var field = content.text("field");
        if (field == null) {
            return element.unreadable(Why.NO_FIELD);
        }
        var value = content.get("value");
        return switch (field) {
            case "feed", "ratings", "mention" ->
                    value instanceof JsonObject
                            ? readField(new Change(element, field, value))
                            : element.unreadable(Why.NO_VALUE);
            // The app dashboard's test button sends Messenger's events in this shape.
            case "messages", "message_echoes", "message_edits", "messaging_postbacks", "standby" ->
                    Messenger.read(element, value);
            default -> Reading.ignored(Kinds.of(field), Why.OTHER_FIELD);
        };
    }

    private static Reading readField(Change change) {
        return switch (change.field()) {
            case "ratings" -> Ratings.read(change);
            case "mention" -> Mentions.read(change);
            default -> Feed.read(change);
        };
    }
}
