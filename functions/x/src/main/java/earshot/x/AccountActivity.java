package earshot.x;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonNull;
import earshot.json.JsonObject;
import earshot.webhook.Delivery;
import earshot.webhook.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Account Activity, with the objects of version 1.1 of the API: lists of what happened to one
 * account of ours, and beside them the people and apps that the lists speak of.
 *
 * <pre>
 * {"for_user_id": "42", "tweet_create_events": [{..}], "direct_message_events": [{..}],
 *  "users": {"7": {..}}, "apps": {..}}
 * </pre>
 *
 * @see <a href="https://docs.x.com/x-api/account-activity/introduction">its reference</a>
 */
final class AccountActivity {
    private static final String ACCOUNT = "for_user_id";
    private static final String LISTS = "_events";
    private static final String USER_EVENT = "user_event";

    private AccountActivity() {}

    static boolean sent(JsonObject body) {
        return body.has(ACCOUNT)
                || body.members().keySet().stream().anyMatch(AccountActivity::tells);
    }

    static Reading read(JsonObject body, Delivery delivery) {
        // One of the wrong type could hide that a post is our own.
        if (Ids.isSpoiled(body.get(ACCOUNT))) {
            return Reading.unreadable(Why.NO_ACCOUNT);
        }
        var subscription = Subscription.of(Ids.of(body.get(ACCOUNT)), delivery);
        var reading = new Reading.Builder();
        boolean tellsNothing = true;
        for (var member : body.members().entrySet()) {
            if (tells(member.getKey()) && !(member.getValue() instanceof JsonNull)) {
                readList(body, member.getKey(), member.getValue(), subscription, reading);
                tellsNothing = false;
            }
        }
        if (tellsNothing) {
            reading.add(Reading.ignored("account_activity", Why.EMPTY));
        }
        return reading.build();
    }

    private static boolean tells(String member) {
        return member.endsWith(LISTS) || member.equals(USER_EVENT);
    }

    private static void readList(
            JsonObject body,
            String list,
            Json content,
            Subscription subscription,
            Reading.Builder reading) {
        if (content instanceof JsonArray(var items)) {
            for (var item : items) {
                reading.add(readElement(body, list, element(body, list, item), subscription));
            }
        } else if (isRead(list)) {
            reading.add(Reading.unreadable(Why.NO_LIST, alone(body, list, content)));
        } else {
            reading.add(ignored(list, content));
        }
    }

    private static boolean isRead(String list) {
        return switch (list) {
            case "tweet_create_events", "tweet_delete_events", "direct_message_events" -> true;
            default -> false;
        };
    }

    private static Reading readElement(
            JsonObject body, String list, Element element, Subscription subscription) {
        return switch (list) {
            case "tweet_create_events" -> created(element, subscription);
            case "tweet_delete_events" -> deleted(element, subscription);
            case "direct_message_events" ->
                    Messages.read(element, Profiles.of(body.get("users")), subscription);
            default -> ignored(list, element.content());
        };
    }

    private static Reading created(Element element, Subscription subscription) {
        var content = element.content();
        if (content.get("retweeted_status") instanceof JsonObject) {
            return Reading.ignored("tweet_create_events/retweet", Why.REPOST);
        }
        var tweet = TweetV1.read(content);
        return tweet == null
                ? element.unreadable(Why.NO_POST_ID_OR_AUTHOR)
                : Reading.of(Posts.of(tweet, subscription));
    }

    /**
     * Only what the account itself had written is told of.
     *
     * <pre>
     * {"status": {"id": "1045405559317569537", "user_id": "42"}, "timestamp_ms": "1432228155593"}
     * </pre>
     */
    private static Reading deleted(Element element, Subscription subscription) {
        var id = Ids.of(element.content().get("status").get("id"));
        var when = subscription.moment(Instants.of(element.content().get("timestamp_ms")));
        return id == null
                ? element.unreadable(Why.NO_REMOVED_ID)
                : Reading.of(new Activity.Deleted(Ids.post(id), when));
    }

    /**
     * Such as {@code favorite_events}, {@code follow_events/unfollow}, {@code user_event/revoke}.
     */
    private static Reading ignored(String list, Json content) {
        var type = content.text("type");
        if (list.equals(USER_EVENT) && content instanceof JsonObject(var members)) {
            type = members.keySet().stream().findFirst().orElse(null);
        }
        return Reading.ignored(type == null ? list : list + "/" + type, Why.OTHER_EVENT);
    }

    private static Element element(JsonObject body, String list, Json item) {
        return new Element(item, () -> alone(body, list, new JsonArray(List.of(item))));
    }

    /** A delivery of this and nothing else. */
    private static Json alone(JsonObject body, String list, Json content) {
        Map<String, Json> members = new LinkedHashMap<>(body.members());
        members.keySet().removeIf(AccountActivity::tells);
        members.put(list, content);
        return new JsonObject(members);
    }
}
