package earshot.facebook;

import earshot.domain.post.Moment;
import earshot.json.Json;
import earshot.json.JsonNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a delivery's {@code entry} elements: what happened to one page.
 *
 * <pre>
 * {"id": "PAGE", "time": 1795165201, "changes": [..], "messaging": [..], "standby": [..]}
 * </pre>
 *
 * @param page the id of our page; null where neither the entry nor the secret names it
 */
record Entry(Json content, @Nullable String page, Instant receivedAt) {
    /** The app dashboard's test events name the page {@code 0}. */
    static Entry of(Json content, @Nullable String provedFor, Instant receivedAt) {
        var named = Ids.of(content.get("id"));
        return new Entry(
                content, named == null || named.equals("0") ? provedFor : named, receivedAt);
    }

    boolean has(String member) {
        return content.has(member) && !(content.get(member) instanceof JsonNull);
    }

    /** An id of the wrong type could hide that a post is our own. */
    boolean isReadable() {
        return !has("id") || Ids.of(content.get("id")) != null;
    }

    /**
     * By the network's own time of what happened, else by when it was sent, else by when it was
     * received.
     */
    Moment moment(@Nullable Instant own) {
        return Moment.of(own == null ? Instants.of(content.get("time")) : own, receivedAt);
    }

    /** A delivery of this entry and nothing else. */
    Json alone() {
        return delivery(content);
    }

    /** A delivery of one list of this entry and nothing else. */
    Json alone(String list, Json elements) {
        return delivery(
                Json.object()
                        .with("id", present("id"))
                        .with("time", present("time"))
                        .with(list, elements)
                        .build());
    }

    private @Nullable Json present(String member) {
        return content.has(member) ? content.get(member) : null;
    }

    private static Json delivery(Json entry) {
        return Json.object().with("object", "page").withItems("entry", List.of(entry)).build();
    }
}
