package earshot.local.recordings;

import earshot.json.Json;
import earshot.json.JsonNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a network writes an instant. */
enum NetworkInstant {
    /** Seconds since 1970, as a number or a string of digits. */
    S {
        @Override
        @Nullable Instant read(Json json) {
            var number = json.integer();
            return number == null ? null : Instant.ofEpochSecond(number);
        }

        @Override
        String write(Instant instant, String like) {
            return Long.toString(instant.getEpochSecond());
        }
    },

    /** Milliseconds since 1970, as a number or a string of digits. */
    MS {
        @Override
        @Nullable Instant read(Json json) {
            var number = json.integer();
            return number == null ? null : Instant.ofEpochMilli(number);
        }

        @Override
        String write(Instant instant, String like) {
            return Long.toString(instant.toEpochMilli());
        }
    },

    /** ISO 8601, with {@code Z}, {@code +00:00} or Meta's {@code +0000}. */
    ISO {
        @Override
        @Nullable Instant read(Json json) {
            var text = json.text();
            try {
                return text == null
                        ? null
                        : OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                                .toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        String write(Instant instant, String like) {
            var zone = like.endsWith("Z") ? "'Z'" : like.contains("+00:00") ? "xxx" : "xx";
            var fraction = like.contains(".") ? ".SSS" : "";
            return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss" + fraction + zone)
                    .format(instant.atOffset(ZoneOffset.UTC));
        }
    },

    /** Version 1.1 of X's API: {@code Mon Dec 23 15:06:52 +0000 2019}. */
    X {
        private static final DateTimeFormatter FORM =
                DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss xx uuuu", Locale.ROOT);

        @Override
        @Nullable Instant read(Json json) {
            var text = json.text();
            try {
                return text == null ? null : FORM.parse(text, Instant::from);
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        String write(Instant instant, String like) {
            return FORM.format(instant.atOffset(ZoneOffset.UTC));
        }
    };

    /**
     * @param word as a file of moves has it, such as {@code iso}
     * @throws IllegalArgumentException when there is none of that name
     */
    static NetworkInstant named(@Nullable String word) {
        return valueOf((word == null ? "" : word).toUpperCase(Locale.ROOT));
    }

    /** Null where no such instant is. */
    abstract @Nullable Instant read(Json json);

    /** In the manner of the text that was there. */
    abstract String write(Instant instant, String like);

    /** As a number where it was one, else as a string. */
    Json write(Instant instant, Json like) {
        var text = write(instant, like.text() == null ? "" : like.text());
        return like instanceof JsonNumber ? new JsonNumber(text) : Json.of(text);
    }
}
