package earshot.facebook;

import earshot.domain.post.Attachment;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of Facebook's files, which stop working after some days. */
final class Urls {
    /** Seconds since 1970, in eight hexadecimal digits: https://...jpg?oh=..&oe=593B77BB. */
    private static final Pattern EXPIRY = Pattern.compile("[?&]oe=([0-9A-Fa-f]{8})(?:&|$)");

    private Urls() {}

    static Attachment attachment(String type, String url) {
        return new Attachment(type, url, expiry(url));
    }

    private static @Nullable Instant expiry(String url) {
        var found = EXPIRY.matcher(url);
        return found.find() ? Instant.ofEpochSecond(Long.parseLong(found.group(1), 16)) : null;
    }
}
