package earshot.local.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Stretches of time as a person says them. */
public final class Spans {
    private static final Pattern FROM_NOW = Pattern.compile("([0-9]{1,6})([smhd])");

    private Spans() {}

    /** Such as {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 05 min} or {@code 3 d 4 h}. */
    public static String of(Duration span) {
        var s = span.abs();
        if (s.compareTo(Duration.ofMinutes(1)) < 0) {
            return s.toSeconds() + " s";
        }
        if (s.compareTo(Duration.ofHours(1)) < 0) {
            return "%d min %02d s".formatted(s.toMinutes(), s.toSecondsPart());
        }
        if (s.compareTo(Duration.ofDays(1)) < 0) {
            return "%d h %02d min".formatted(s.toHours(), s.toMinutesPart());
        }
        return "%d d %d h".formatted(s.toDays(), s.toHoursPart());
    }

    /**
     * An instant, as itself or as a span from now.
     *
     * @throws UserFault for anything else
     */
    public static Instant instant(String text, Instant now) {
        var span = FROM_NOW.matcher(text);
        try {
            return span.matches()
                    ? now.plus(Duration.parse(spelled(span.group(1), span.group(2))))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UserFault(
                    "An instant is 2026-11-22T09:30:00Z, or from now 30m, 2h, 1d; not: " + text, e);
        }
    }

    private static String spelled(String number, String unit) {
        return unit.equals("d") ? "P" + number + "D" : "PT" + number + unit;
    }

    /** How long there is until an instant, or how long it is past. */
    public static String left(Instant until, Instant now) {
        var left = Duration.between(now, until);
        return left.isNegative() ? of(left) + " over" : of(left) + " left";
    }
}
