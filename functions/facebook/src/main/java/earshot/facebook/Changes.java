package earshot.facebook;

import earshot.json.JsonObject;

/** The elements of {@code changes}, told apart by the {@code field} that the page subscribed to. */
final class Changes {
    private Changes() {}

    static Outcome read(Element element) {
        var content = element.content();
        var field = content.text("field");
        if (field == null) {
            return element.unreadable("a change without a field");
        }
        var value = content.get("value");
        return switch (field) {
            case "feed", "ratings", "mention" ->
                    value instanceof JsonObject
                            ? read(new Change(element, field, value))
                            : element.unreadable("a change without a value");
            // The app dashboard's test button sends Messenger's events in this shape.
            case "messages", "message_echoes", "message_edits", "messaging_postbacks", "standby" ->
                    Messenger.read(element, value);
            default -> Outcome.ignored(Kinds.of(field), "a field that tells of no post");
        };
    }

    private static Outcome read(Change change) {
        return switch (change.field()) {
            case "ratings" -> Ratings.read(change);
            case "mention" -> Mentions.read(change);
            default -> Feed.read(change);
        };
    }
}
