package earshot.json;

import org.jspecify.annotations.Nullable;

/**
 * A string.
 *
 * @param value may hold any character, lone surrogates and NUL included
 */
public record JsonString(String value) implements Json {
    @Override
    public String text() {
        return value;
    }

    @Override
    public @Nullable Long integer() {
        return JsonNumber.parse(value);
    }

    @Override
    public String toString() {
        return write();
    }
}
