package earshot.queue;

import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a message, asked for what must be there. */
record WireReader(Json json) {
    /** Checks the version, and turns whatever a reader stumbles over into one exception. */
    static <T> T reading(String body, Function<WireReader, T> reader) {
        try {
            var wired = new WireReader(Json.parse(body));
            if (wired.number("v") != Wire.VERSION) {
                throw new WireException("A message of another version than " + Wire.VERSION);
            }
            return reader.apply(wired);
        } catch (JsonException e) {
            throw new WireException("A message that is not JSON: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            // Its message may quote what was sent.
            throw new WireException("A message with a value of the wrong shape");
        }
    }

    String text(String name) {
        var text = optional(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    @Nullable String optional(String name) {
        return json.text(name);
    }

    long number(String name) {
        var number = json.integer(name);
        if (number == null) {
            throw missing(name);
        }
        return number;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(json.flag(name));
    }

    Instant instant(String name) {
        return Timestamp.parse(text(name));
    }

    @Nullable Instant optionalInstant(String name) {
        var text = optional(name);
        return text == null ? null : Timestamp.parse(text);
    }

    BigDecimal decimal(String name) {
        if (json.get(name) instanceof JsonNumber number) {
            return new BigDecimal(number.literal());
        }
        throw missing(name);
    }

    WireReader part(String name) {
        if (!json.has(name)) {
            throw missing(name);
        }
        return new WireReader(json.get(name));
    }

    @Nullable WireReader optionalPart(String name) {
        return json.has(name) ? part(name) : null;
    }

    private static WireException missing(String name) {
        return new WireException("A message without " + name);
    }
}
