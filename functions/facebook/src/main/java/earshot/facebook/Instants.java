package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonString;
import earshot.webhook.NetworkTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facebook's instants: seconds in page changes, milliseconds in Messenger, either as a string in
 * test events, and sometimes ISO 8601 with an offset of {@code +0000}.
 */
final class Instants {
    /** As seconds this is the year 5138, as milliseconds 1973: no network's time is between. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private Instants() {}

    /** The instant; null where there is none, or none that could be read. */
    static @Nullable Instant of(Json time) {
        var number = time.integer();
        if (number != null) {
            return number >= FIRST_MILLISECONDS
                    ? NetworkTime.millis(number)
                    : NetworkTime.seconds(number);
        }
        return time instanceof JsonString(String text) ? NetworkTime.iso(text) : null;
    }
}
