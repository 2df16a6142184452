package earshot.recordings;

import earshot.json.Json;
import earshot.json.JsonNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a network writes an instant: seconds or milliseconds since 1970, as a number or a string of
 * digits; ISO 8601, with {@code Z}, {@code +00:00} or {@code +0000}; or a form of its own. Which it
 * is shows by itself: what is a number of seconds today is no number of milliseconds of this
 * century.
 */
public final class NetworkInstant {
    private static final long MOST_SECONDS = 100_000_000_000L;

    private final @Nullable DateTimeFormatter own;

    /**
     * @param own the network's own form, by the letters of {@link DateTimeFormatter}; null for none
     * @throws IllegalArgumentException when it is no such form
     */
    NetworkInstant(@Nullable String own) {
        this.own = own == null ? null : DateTimeFormatter.ofPattern(own, Locale.ROOT);
    }

    /** Null where no instant is. */
    @Nullable Instant read(Json json) {
        var number = json.integer();
        if (number != null) {
            return number < 0 ? null : sinceEpoch(number);
        }
        var text = json.text();
        return text == null ? null : read(text);
    }

    private static Instant sinceEpoch(long number) {
        return number < MOST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private @Nullable Instant read(String text) {
        try {
            return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException notIso) {
            return own == null ? null : read(text, own);
        }
    }

    private static @Nullable Instant read(String text, DateTimeFormatter form) {
        try {
            return form.parse(text, Instant::from);
        } catch (DateTimeException other) {
            return null;
        }
    }

    /** In the manner of what was there. */
    Json write(Instant instant, Json like) {
        var number = like.integer();
        var text = String.valueOf(like.text());
        if (number != null) {
            text = Long.toString(inUnitOf(number, instant));
        } else if (own != null && read(text, own) != null) {
            text = own.format(instant.atOffset(ZoneOffset.UTC));
        } else {
            text = iso(instant, text);
        }
        return like instanceof JsonNumber ? new JsonNumber(text) : Json.of(text);
    }

    private static long inUnitOf(long number, Instant instant) {
        return number < MOST_SECONDS ? instant.getEpochSecond() : instant.toEpochMilli();
    }

    private static String iso(Instant instant, String like) {
        var zone = like.endsWith("Z") ? "'Z'" : like.contains("+00:00") ? "xxx" : "xx";
        var fraction = like.contains(".") ? ".SSS" : "";
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss" + fraction + zone, Locale.ROOT)
                .format(instant.atOffset(ZoneOffset.UTC));
    }
}
