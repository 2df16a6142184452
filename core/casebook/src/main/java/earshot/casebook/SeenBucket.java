package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How posts that were seen lie in items: each in one of sixteen by its id, so that an item stays
 * far below what the table takes, and a new post rewrites a sixteenth.
 */
final class SeenBucket {
    static final int COUNT = 16;

    private SeenBucket() {}

    static Map<Integer, Map<String, Seen>> split(Map<String, Seen> seen) {
        var buckets = new HashMap<Integer, Map<String, Seen>>();
        seen.forEach(
                (id, post) ->
                        buckets.computeIfAbsent(
                                        Math.floorMod(id.hashCode(), COUNT), _ -> new HashMap<>())
                                .put(id, post));
        return buckets;
    }

    static JsonObject write(Map<String, Seen> seen, long rev) {
        var posts = new HashMap<String, Json>();
        seen.forEach((id, post) -> posts.put(id, json(id, post)));
        return Json.object().with("posts", new JsonObject(posts)).with("rev", Json.of(rev)).build();
    }

    static Map<String, Seen> read(JsonObject item) {
        var seen = new HashMap<String, Seen>();
        if (item.get("posts") instanceof JsonObject posts) {
            posts.members().forEach((id, post) -> seen.put(id, seen(id, post)));
        }
        return seen;
    }

    /** By letters: thousands of posts are read each minute. */
    private static Json json(String id, Seen post) {
        return Json.object()
                .with("f", post.fingerprint())
                .with("p", Timestamp.of(post.published()))
                .with("c", post.children() == 0 ? null : Json.of(post.children()))
                .with("r", post.root().equals(id) ? null : post.root())
                .with("w", post.walk() == 0 ? null : Json.of(post.walk()))
                .build();
    }

    private static Seen seen(String id, Json post) {
        return new Seen(
                Attributes.text(post, "f"),
                Attributes.instant(post, "p"),
                (int) Attributes.number(post, "c", 0),
                Objects.requireNonNullElse(post.text("r"), id),
                Attributes.number(post, "w", 0));
    }
}
