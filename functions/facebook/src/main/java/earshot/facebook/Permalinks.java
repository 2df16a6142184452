package earshot.facebook;

import earshot.domain.post.PostId;
import earshot.json.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages that a person can open. */
final class Permalinks {
    private static final Pattern OBJECT = Pattern.compile("[0-9]+(_[0-9]+)?");

    private Permalinks() {}

    /**
     * The page that Facebook names for the post, at the comment if it is one; else the address that
     * every id on a page leads to.
     *
     * <pre>
     * {"post": {"permalink_url": "https://www.facebook.com/seelundferries/posts/123"}}
     * </pre>
     */
    static @Nullable String of(Json value, PostId id) {
        var named = value.get("post").text("permalink_url");
        if (named == null || !named.startsWith("https://")) {
            return of(id.value());
        }
        return id.value().equals(value.text("comment_id")) ? atComment(named, id) : named;
    }

    private static String atComment(String post, PostId id) {
        return OBJECT.matcher(id.value()).matches()
                ? post
                        + (post.contains("?") ? "&" : "?")
                        + "comment_id="
                        + Ids.rightHalf(id.value())
                : post;
    }

    static @Nullable String of(String id) {
        return OBJECT.matcher(id).matches() ? "https://www.facebook.com/" + id : null;
    }
}
