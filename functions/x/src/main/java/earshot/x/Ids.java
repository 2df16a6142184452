package earshot.x;

import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonAbsent;
import earshot.json.JsonNull;
import earshot.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * Ids as X writes them: strings. The number beside some of them ({@code id} beside {@code id_str})
 * is never taken: it passes 2^53, and X itself has sent it rounded.
 */
final class Ids {
    static final Network X = new Network("x");

    private Ids() {}

    /** The id, or null where there is none that could be one. */
    static @Nullable String of(Json id) {
        return id instanceof JsonString(String text) && PostId.isOne(text) ? text : null;
    }

    /** Whether something is there that should be an id and is none. */
    static boolean isSpoiled(Json id) {
        return !(id instanceof JsonAbsent) && !(id instanceof JsonNull) && of(id) == null;
    }

    static PostId post(String id) {
        return new PostId(X, id);
    }
}
