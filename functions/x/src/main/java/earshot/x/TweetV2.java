package earshot.x;

import earshot.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post in the words of version 2.
 *
 * <pre>
 * {"id": "2090000000000000001", "edit_history_tweet_ids": ["2090000000000000001"],
 *  "created_at": "2026-08-12T18:00:00.000Z", "author_id": "7", "lang": "en",
 *  "text": "@us Great", "note_tweet": {"text": "@us Great, and more"},
 *  "conversation_id": "2080761390344937796", "in_reply_to_user_id": "42",
 *  "referenced_tweets": [{"type": "replied_to", "id": "2080761390344937796"}],
 *  "attachments": {"media_keys": ["3_2090000000000000007"]}, "public_metrics": {..}}
 * </pre>
 */
final class TweetV2 {
    private TweetV2() {}

    static boolean isRepost(Json tweet) {
        return referenced(tweet, "retweeted") != null;
    }

    /**
     * Null without an id, and where an author or a history of edits is there and none: one could
     * hide that the post is our own, the other which post it is.
     */
    static @Nullable Tweet read(Json tweet, Includes includes) {
        var id = Ids.of(tweet.get("id"));
        var history = tweet.items("edit_history_tweet_ids").stream().map(Ids::of).toList();
        if (id == null || history.contains(null) || Ids.isSpoiled(tweet.get("author_id"))) {
            return null;
        }
        var first = history.isEmpty() ? id : Objects.requireNonNull(history.getFirst());
        var author = Ids.of(tweet.get("author_id"));
        var parent = parent(tweet, includes);
        return new Tweet(
                id,
                first,
                author,
                includes.people().of(author),
                Instants.of(tweet.get("created_at")),
                Texts.decoded(text(tweet)),
                Texts.language(tweet.text("lang")),
                Media.v2(tweet, includes),
                parent == null ? thread(tweet, first, includes) : parent,
                parent == null ? null : thread(tweet, first, includes),
                referenced(tweet, "quoted"),
                Counts.v2(tweet.get("public_metrics")));
    }

    private static @Nullable String text(Json tweet) {
        var whole = tweet.get("note_tweet").text("text");
        return whole == null ? tweet.text("text") : whole;
    }

    private static Tweet.@Nullable Other parent(Json tweet, Includes includes) {
        var named = Ids.of(tweet.get("in_reply_to_tweet_id"));
        var parent = named == null ? referenced(tweet, "replied_to") : named;
        if (parent == null) {
            return null;
        }
        var author = Ids.of(tweet.get("in_reply_to_user_id"));
        var other = includes.post(parent);
        return author == null ? other : new Tweet.Other(other.id(), author);
    }

    /**
     * The root of the conversation; null for the root itself. Where the parent was not asked for,
     * this is the nearest that is known of it.
     */
    private static Tweet.@Nullable Other thread(Json tweet, String first, Includes includes) {
        var root = Ids.of(tweet.get("conversation_id"));
        var own = tweet.items("edit_history_tweet_ids").stream().map(Ids::of).toList();
        return root == null || root.equals(first) || own.contains(root)
                ? null
                : includes.post(root);
    }

    private static @Nullable String referenced(Json tweet, String type) {
        return tweet.items("referenced_tweets").stream()
                .filter(reference -> type.equals(reference.text("type")))
                .map(reference -> Ids.of(reference.get("id")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
