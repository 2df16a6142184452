package earshot.facebook;

import earshot.json.Json;
import earshot.webhook.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button that a customer pressed. Its title is what the customer says by it; the payload is the
 * app's own word and never shown.
 *
 * <pre>
 * {"postback": {"mid": "m_..", "title": "Talk to a person", "payload": "HUMAN"}}
 * </pre>
 */
final class Postbacks {
    private Postbacks() {}

    static Reading read(Chat chat) {
        var title = chat.event().get("postback").text("title");
        if (title == null || title.isBlank()) {
            return Reading.ignored("messaging/postback", Why.BUTTON_WITHOUT_TITLE);
        }
        var id = id(chat);
        return id == null
                ? chat.element().unreadable(Why.UNNAMED_POSTBACK)
                : chat.published(Ids.post(id), title, List.of(), null);
    }

    /** Before version 11 of the API there was no mid: who pressed and when is the press's name. */
    private static @Nullable String id(Chat chat) {
        var mid = Ids.of(chat.event().get("postback").get("mid"));
        return mid == null
                ? pressed(chat.sender(), Instants.of(chat.event().get("timestamp")))
                : mid;
    }

    private static @Nullable String pressed(@Nullable String sender, @Nullable Instant at) {
        return sender == null || at == null
                ? null
                : Ids.of(Json.of("postback/%s/%d".formatted(sender, at.toEpochMilli())));
    }
}
