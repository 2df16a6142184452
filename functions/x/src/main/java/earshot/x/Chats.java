package earshot.x;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.webhook.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted messages. What they say only the two can read; that somebody wrote, and waits, is told.
 *
 * <pre>
 * {"id": "e4f4d3fc-8bbf-4928-92eb-e5058d6bb6f6", "created_at_msec": "1784841183370",
 *  "sender_id": "7", "conversation_id": "7:42", "encoded_event": "CwABAAAAEzIw.."}
 * </pre>
 */
final class Chats {
    private Chats() {}

    static Reading read(String kind, Json payload, Subscription subscription) {
        var id = Ids.of(payload.get("id"));
        var chat = chat(payload, subscription);
        if (id == null || chat == null) {
            return Reading.ignored(kind, Why.OTHER_ENCRYPTED);
        }
        var when = subscription.moment(Instants.of(payload.get("created_at_msec")));
        return Reading.of(new Activity.Published(chat.post(id, when, null, List.of())));
    }

    private static @Nullable Chat chat(Json payload, Subscription subscription) {
        var sender = Ids.of(payload.get("sender_id"));
        if (sender == null) {
            return null;
        }
        var nobody = new Profiles(Map.of());
        if (!subscription.isOurs(sender)) {
            return Chat.received(subscription.accountsOrUnknown().getFirst(), sender, nobody);
        }
        var other = other(payload, sender);
        return other == null ? null : Chat.sent(sender, other, nobody, null);
    }

    /** A conversation of two is named after both. */
    private static @Nullable String other(Json payload, String us) {
        var named = Ids.of(payload.get("conversation_id"));
        var sides = named == null ? List.<String>of() : Arrays.asList(named.split(":", -1));
        return sides.size() != 2 || !sides.contains(us)
                ? null
                : sides.stream()
                        .filter(side -> !side.isBlank() && !side.equals(us))
                        .findFirst()
                        .orElse(null);
    }
}
