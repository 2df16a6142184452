package earshot.x;

import earshot.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in the words of version 1.1.
 *
 * <pre>
 * {"created_at": "Mon Dec 23 15:06:52 +0000 2019", "timestamp_ms": "1577113612532",
 *  "id_str": "1209128243955027968", "text": "Who do ..", "truncated": true,
 *  "extended_tweet": {"full_text": "Who do you think you are?", "extended_entities": {..}},
 *  "in_reply_to_status_id_str": null, "in_reply_to_user_id_str": "42",
 *  "is_quote_status": true, "quoted_status_id_str": "1209099545700786176",
 *  "user": {"id_str": "7", "name": "Mira", "screen_name": "mira", "followers_count": 31},
 *  "lang": "en", "favorite_count": 0, "retweet_count": 0}
 * </pre>
 *
 * It names no conversation, and knows of no edits.
 */
final class TweetV1 {
    private TweetV1() {}

    /** Null without an id or an author, who is always named here. */
    static @Nullable Tweet read(Json tweet) {
        var id = Ids.of(tweet.get("id_str"));
        var author = Ids.of(tweet.get("user").get("id_str"));
        if (id == null || author == null) {
            return null;
        }
        return new Tweet(
                id,
                id,
                author,
                Profile.of(tweet.get("user")),
                writtenAt(tweet),
                Texts.decoded(text(tweet)),
                Texts.language(tweet.text("lang")),
                Media.v1(whole(tweet)),
                parent(tweet),
                null,
                Ids.of(tweet.get("quoted_status_id_str")),
                Counts.v1(tweet));
    }

    private static @Nullable Instant writtenAt(Json tweet) {
        var exact = Instants.of(tweet.get("timestamp_ms"));
        return exact == null ? Instants.of(tweet.get("created_at")) : exact;
    }

    /** What is over 140 characters is cut, and whole beside it. */
    private static Json whole(Json tweet) {
        var extended = tweet.get("extended_tweet");
        return extended.text("full_text") == null ? tweet : extended;
    }

    private static @Nullable String text(Json tweet) {
        var full = whole(tweet).text("full_text");
        return full == null ? tweet.text("text") : full;
    }

    /** A post that only begins with somebody's name tells whose it is, and answers no post. */
    private static Tweet.@Nullable Other parent(Json tweet) {
        var parent = Ids.of(tweet.get("in_reply_to_status_id_str"));
        return parent == null
                ? null
                : new Tweet.Other(parent, Ids.of(tweet.get("in_reply_to_user_id_str")));
    }
}
