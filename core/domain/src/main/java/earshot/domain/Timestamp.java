package earshot.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * How an instant is spelled in tables and queues: {@code yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}, so that
 * texts sort as the instants do. Written by hand: a formatter alone is a noticeable part of a cold
 * start.
 */
public final class Timestamp {
    private Timestamp() {}

    /** To the millisecond; a year beyond 9999 is written with its sign, as ISO 8601 has it. */
    public static String of(Instant instant) {
        var utc =
                LocalDateTime.ofEpochSecond(
                        instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        var out = new StringBuilder(24);
        year(out, utc.getYear());
        padded(out.append('-'), utc.getMonthValue(), 2);
        padded(out.append('-'), utc.getDayOfMonth(), 2);
        padded(out.append('T'), utc.getHour(), 2);
        padded(out.append(':'), utc.getMinute(), 2);
        padded(out.append(':'), utc.getSecond(), 2);
        padded(out.append('.'), utc.getNano() / 1_000_000, 3);
        return out.append('Z').toString();
    }

    /**
     * @throws IllegalArgumentException when the text is no such spelling
     */
    public static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not an instant: " + text, e);
        }
    }

    private static void year(StringBuilder out, int year) {
        if (year < 0) {
            out.append('-');
        } else if (year > 9999) {
            out.append('+');
        }
        padded(out, Math.abs(year), 4);
    }

    private static void padded(StringBuilder out, int number, int width) {
        var digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        out.append(digits);
    }
}
