package earshot.x;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import earshot.webhook.Delivery;
import earshot.webhook.Reading;
import java.util.List;

/**
 * The X Activity API, with the objects of version 2: one event a call.
 *
 * <pre>
 * {"data": {"event_uuid": "-2781149976877970683", "filter": {"user_id": "42"},
 *   "event_type": "post.reply.create", "tag": "replies",
 *   "payload": {"id": "2080761390344937796", ..}, "includes": {"users": [..], "tweets": [..]}}}
 * </pre>
 *
 * @see <a href="https://docs.x.com/x-api/activity/event-payloads">its events</a>
 */
final class ActivityApi {
    private static final String MESSAGES = "direct_message_events";

    private ActivityApi() {}

    static boolean sent(JsonObject body) {
        return body.get("data").has("event_type");
    }

    static Reading read(JsonObject body, Delivery delivery) {
        if (!(body.get("data") instanceof JsonObject data)) {
            return Reading.unreadable(Why.NO_TYPE);
        }
        var kind = data.text("event_type");
        return switch (kind) {
            case null -> Reading.unreadable(Why.NO_TYPE);
            case "post.create", "post.mention.create", "post.reply.create", "post.quote.create" ->
                    known(body, data, delivery, kind);
            case "post.delete", "dm.sent", "dm.received", "chat.sent", "chat.received" ->
                    known(body, data, delivery, kind);
            case "post.repost.create" -> Reading.ignored(kind, Why.REPOST);
            default -> Reading.ignored(kind, Why.OTHER_EVENT);
        };
    }

    private static Reading known(JsonObject body, JsonObject data, Delivery delivery, String kind) {
        var account = data.get("filter").get("user_id");
        if (Ids.isSpoiled(account)) {
            return Reading.unreadable(Why.NO_ACCOUNT);
        }
        // A keyword that is listened for belongs to no account: its tag names one.
        var named = Ids.of(account);
        var subscription =
                Subscription.of(named == null ? Ids.of(data.get("tag")) : named, delivery);
        var payload = data.get("payload");
        return switch (kind) {
            case "post.delete" -> deleted(payload, subscription);
            case "dm.sent", "dm.received" -> messages(body, data, subscription);
            case "chat.sent", "chat.received" -> Chats.read(kind, payload, subscription);
            default -> post(kind, payload, includes(body, data), subscription);
        };
    }

    private static Includes includes(Json body, Json data) {
        return Includes.of(data.has("includes") ? data.get("includes") : body.get("includes"));
    }

    private static Reading post(
            String kind, Json payload, Includes includes, Subscription subscription) {
        if (TweetV2.isRepost(payload)) {
            return Reading.ignored(kind + "/retweet", Why.REPOST);
        }
        var tweet = TweetV2.read(payload, includes);
        return tweet == null
                ? Reading.unreadable(Why.NO_POST_ID)
                : Reading.of(Posts.of(tweet, subscription));
    }

    /** When it happened is not told. */
    private static Reading deleted(Json payload, Subscription subscription) {
        var id = Ids.of(payload.get("id"));
        return id == null
                ? Reading.unreadable(Why.NO_REMOVED_ID)
                : Reading.of(new Activity.Deleted(Ids.post(id), subscription.moment(null)));
    }

    private static Reading messages(JsonObject body, JsonObject data, Subscription subscription) {
        if (!(data.get("payload") instanceof JsonObject payload)
                || !(payload.get(MESSAGES) instanceof JsonArray(var items))) {
            return Reading.unreadable(Why.NO_MESSAGES);
        }
        var people = Profiles.of(payload.get("users"));
        var reading = new Reading.Builder();
        for (var item : items) {
            reading.add(
                    Messages.read(
                            new Element(item, () -> alone(body, data, payload, item)),
                            people,
                            subscription));
        }
        return reading.build();
    }

    /** A delivery of this message and nothing else. */
    private static Json alone(JsonObject body, JsonObject data, JsonObject payload, Json message) {
        var list = new JsonArray(List.of(message));
        return body.with("data", data.with("payload", payload.with(MESSAGES, list)));
    }
}
