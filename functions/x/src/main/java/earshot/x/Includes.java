package earshot.x;

import earshot.json.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * What a delivery of version 2 describes beside its post. Any of it may be missing.
 *
 * <pre>
 * {"users": [{..}], "tweets": [{"id": "..", "author_id": "7"}], "media": [{"media_key": ".."}]}
 * </pre>
 *
 * @param posts by the id of each of their versions
 * @param media by key
 */
record Includes(Profiles people, Map<String, Tweet.Other> posts, Map<String, Json> media) {
    Includes {
        posts = Map.copyOf(posts);
        media = Map.copyOf(media);
    }

    static Includes of(Json includes) {
        Map<String, Tweet.Other> posts = new HashMap<>();
        includes.items("tweets").forEach(tweet -> add(posts, Profile.unwrapped(tweet)));
        Map<String, Json> media = new HashMap<>();
        for (var item : includes.items("media")) {
            var one = Profile.unwrapped(item);
            var key = one.text("media_key");
            if (key != null) {
                media.put(key, one);
            }
        }
        return new Includes(Profiles.of(includes.get("users")), posts, media);
    }

    private static void add(Map<String, Tweet.Other> posts, Json tweet) {
        var id = Ids.of(tweet.get("id"));
        if (id == null) {
            return;
        }
        var versions = tweet.items("edit_history_tweet_ids").stream().map(Ids::of).toList();
        var first = versions.isEmpty() ? null : versions.getFirst();
        var post = new Tweet.Other(first == null ? id : first, Ids.of(tweet.get("author_id")));
        posts.put(id, post);
        for (var version : versions) {
            if (version != null) {
                posts.put(version, post);
            }
        }
    }

    /** By the id of its first version, as far as that is known here. */
    Tweet.Other post(String id) {
        return posts.getOrDefault(id, new Tweet.Other(id, null));
    }
}
