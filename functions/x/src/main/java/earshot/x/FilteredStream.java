package earshot.x;

import earshot.json.JsonObject;
import earshot.webhook.Delivery;
import earshot.webhook.Reading;
import java.util.Objects;

/**
 * The filtered stream, with the objects of version 2: one post a call that rules of ours match. The
 * tag of such a rule is the id of the account that it listens for.
 *
 * <pre>
 * {"data": {"id": "2080765813578191303", "text": "..", "author_id": "7"},
 *  "includes": {"users": [..], "tweets": [..], "media": [..]},
 *  "matching_rules": [{"id": "120897978112909812", "tag": "42"}]}
 * </pre>
 *
 * Only the members are there that were asked for when the stream was linked.
 *
 * @see <a href="https://docs.x.com/x-api/webhooks/stream/introduction">its reference</a>
 */
final class FilteredStream {
    private FilteredStream() {}

    static boolean sent(JsonObject body) {
        return body.get("data") instanceof JsonObject && body.has("matching_rules");
    }

    static Reading read(JsonObject body, Delivery delivery) {
        var tags =
                body.items("matching_rules").stream()
                        .map(rule -> Ids.of(rule.get("tag")))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var subscription = Subscription.of(tags, delivery);
        var data = body.get("data");
        if (TweetV2.isRepost(data)) {
            return Reading.ignored("stream/retweet", Why.REPOST);
        }
        var tweet = TweetV2.read(data, Includes.of(body.get("includes")));
        return tweet == null
                ? Reading.unreadable(Why.NO_POST_ID)
                : Reading.of(Posts.of(tweet, subscription));
    }
}
