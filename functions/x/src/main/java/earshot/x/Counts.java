package earshot.x;

import earshot.json.Json;
import java.util.HashMap;
import java.util.Map;

/** How a post has spread, in absolute numbers, by one name for both versions of X's words. */
final class Counts {
    private static final Map<String, String> V1 =
            Map.of(
                    "favorite_count", "likes",
                    "reply_count", "replies",
                    "retweet_count", "reposts",
                    "quote_count", "quotes");
    private static final Map<String, String> V2 =
            Map.of(
                    "like_count", "likes",
                    "reply_count", "replies",
                    "retweet_count", "reposts",
                    "quote_count", "quotes",
                    "bookmark_count", "bookmarks",
                    "impression_count", "impressions");

    private Counts() {}

    static Map<String, Long> v1(Json tweet) {
        return of(tweet, V1);
    }

    static Map<String, Long> v2(Json metrics) {
        return of(metrics, V2);
    }

    /** A new post has zeros, which say nothing. */
    private static Map<String, Long> of(Json counts, Map<String, String> names) {
        Map<String, Long> found = new HashMap<>();
        names.forEach(
                (theirs, ours) -> {
                    var count = counts.integer(theirs);
                    if (count != null && count > 0) {
                        found.put(ours, count);
                    }
                });
        return found;
    }
}
