package earshot.facebook;

import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Ids as Facebook writes them: strings, or integers beyond 2^53 for the same thing. Nothing is read
 * out of an id but its halves around an underscore.
 */
final class Ids {
    static final Network FACEBOOK = new Network("facebook");

    private Ids() {}

    /** The id, or null where there is none that could be one. */
    static @Nullable String of(Json id) {
        var text = id.text();
        return text != null && PostId.isOne(text) ? text : null;
    }

    static PostId post(String id) {
        return new PostId(FACEBOOK, id);
    }

    /** What follows the first underscore: the whole id without one, null where nothing follows. */
    static @Nullable String rightHalf(String id) {
        var half = id.substring(id.indexOf('_') + 1);
        return half.isBlank() ? null : half;
    }
}
