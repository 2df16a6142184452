package earshot.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants as networks write them. None is later than the year 9999, since what we write has four
 * digits for a year; null stands for none, and for one that could not be read. A network's odd form
 * is its reader's.
 */
public final class NetworkTime {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** With an offset such as {@code Z}, {@code +01:00} or {@code +0100}, which must be there. */
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXXXX][XXXX]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private NetworkTime() {}

    /**
     * @param since seconds since 1970; none where it is not positive
     */
    public static @Nullable Instant seconds(long since) {
        return since <= 0 ? null : Instant.ofEpochSecond(Math.min(since, LAST.getEpochSecond()));
    }

    /**
     * @param since milliseconds since 1970; none where it is not positive
     */
    public static @Nullable Instant millis(long since) {
        return since <= 0 ? null : Instant.ofEpochMilli(Math.min(since, LAST.toEpochMilli()));
    }

    /**
     * @param text ISO 8601 with its offset, as RFC 3339 and Atom have it too
     */
    public static @Nullable Instant iso(@Nullable String text) {
        return text == null ? null : parsed(ISO, text);
    }

    /** By a form of the network's own. */
    public static @Nullable Instant parsed(DateTimeFormatter form, String text) {
        try {
            var instant = form.parse(text, Instant::from);
            return instant.isAfter(LAST) ? null : instant;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
