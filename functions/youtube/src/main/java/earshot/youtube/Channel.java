package earshot.youtube;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How YouTube names a channel: {@code UC..}, by itself or in an address. */
final class Channel {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern TOPIC =
            Pattern.compile("[^?]*[?](?:[^#]*&)?channel_id=([A-Za-z0-9_-]{1,128})(?:[&#].*)?");
    private static final Pattern PAGE =
            Pattern.compile("https?://[^/]+/channel/([A-Za-z0-9_-]{1,128})(?:[/?#].*)?");

    private Channel() {}

    /** Of an id; null for anything else. */
    static @Nullable String of(@Nullable String id) {
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    /** Of a feed's address; null for any other. */
    static @Nullable String ofTopic(String url) {
        var topic = TOPIC.matcher(url);
        return topic.matches() ? topic.group(1) : null;
    }

    /** Of the address of a channel's page; null for any other. */
    static @Nullable String ofPage(@Nullable String url) {
        var page = PAGE.matcher(url == null ? "" : url);
        return page.matches() ? page.group(1) : null;
    }
}
