package earshot.x;

import earshot.json.Json;
import earshot.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on X, in the words of either version.
 *
 * <pre>
 * {"id_str": "7", "screen_name": "mira", "name": "Mira", "followers_count": 31}
 * {"id": "7", "username": "mira", "name": "Mira", "public_metrics": {"followers_count": 31}}
 * {"data": {"id": "7", ..}}
 * </pre>
 */
record Profile(@Nullable String handle, @Nullable String name, @Nullable Long followers) {
    static final Profile UNKNOWN = new Profile(null, null, null);

    /** Some events wrap each user in an object of its own. */
    static Json unwrapped(Json object) {
        return object.get("data") instanceof JsonObject inner ? inner : object;
    }

    /**
     * @param user not wrapped
     */
    static Profile of(Json user) {
        var handle = user.text("screen_name");
        var followers = user.integer("followers_count");
        return new Profile(
                handle == null ? user.text("username") : handle,
                user.text("name"),
                followers == null
                        ? user.get("public_metrics").integer("followers_count")
                        : followers);
    }
}
