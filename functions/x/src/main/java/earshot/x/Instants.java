package earshot.x;

import earshot.json.Json;
import earshot.webhook.NetworkTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * X's instants: milliseconds as a string or a number, ISO 8601, and in version 1.1 {@code Mon Dec
 * 23 15:06:52 +0000 2019}.
 */
final class Instants {
    private static final DateTimeFormatter V1 =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss xx uuuu", Locale.ROOT);

    private Instants() {}

    /** The instant; null where there is none, or none that could be read. */
    static @Nullable Instant of(Json time) {
        var milliseconds = time.integer();
        if (milliseconds != null) {
            return NetworkTime.millis(milliseconds);
        }
        var text = time.text();
        return text == null ? null : ofWords(text);
    }

    private static @Nullable Instant ofWords(String text) {
        boolean iso = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return iso ? NetworkTime.iso(text) : NetworkTime.parsed(V1, text);
    }
}
