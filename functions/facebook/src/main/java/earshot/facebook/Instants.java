package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Facebook's instants: seconds in page changes, milliseconds in Messenger, either as a string in
 * test events, and sometimes ISO 8601 with an offset of {@code +0000}.
 */
final class Instants {
    /** As seconds this is the year 5138, as milliseconds 1973: no network's time is between. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    /** The end of the year 9999: what we write has four digits for a year. */
    private static final long LAST_MILLISECONDS = 253_402_300_799_999L;

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX]")
                    .toFormatter(Locale.ROOT);

    private Instants() {}

    /** The instant; null where there is none, or none that could be read. */
    static @Nullable Instant of(Json time) {
        var number = time.integer();
        if (number != null) {
            return ofNumber(number);
        }
        return time instanceof JsonString(String text) ? ofIso(text) : null;
    }

    private static @Nullable Instant ofNumber(long number) {
        if (number <= 0) {
            return null;
        }
        return number >= FIRST_MILLISECONDS
                ? Instant.ofEpochMilli(Math.min(number, LAST_MILLISECONDS))
                : Instant.ofEpochSecond(number);
    }

    private static @Nullable Instant ofIso(String text) {
        try {
            return ISO.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
