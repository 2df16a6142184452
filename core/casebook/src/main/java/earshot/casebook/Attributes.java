package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.WireWord;
import earshot.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads attributes that this class's package has written itself: what is missing is our bug. */
final class Attributes {
    private Attributes() {}

    static String text(Json item, String name) {
        return Objects.requireNonNull(item.text(name), () -> "The item has no attribute " + name);
    }

    static Instant instant(Json item, String name) {
        return Instant.parse(text(item, name));
    }

    static @Nullable Instant maybeInstant(Json item, String name) {
        return parsed(item.text(name));
    }

    private static @Nullable Instant parsed(@Nullable String text) {
        return text == null ? null : Timestamp.parse(text);
    }

    /** As attributes spell it; an absent instant is an absent attribute. */
    static @Nullable String spelled(@Nullable Instant at) {
        return at == null ? null : Timestamp.of(at);
    }

    static long number(Json item, String name, long absent) {
        var value = item.integer(name);
        return value == null ? absent : value;
    }

    static boolean flag(Json item, String name) {
        return Boolean.TRUE.equals(item.flag(name));
    }

    static <E extends Enum<E> & WireWord> E word(Class<E> type, Json item, String name) {
        return WireWord.parse(type, text(item, name));
    }

    static List<String> texts(Json item, String name) {
        return item.items(name).stream().map(i -> Objects.requireNonNull(i.text())).toList();
    }
}
