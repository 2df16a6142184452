package earshot.casebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as every key and attribute spells them: sorted as text they are sorted in time. */
public final class Spelling {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Spelling() {}

    /** As {@code 2026-11-22T09:30:00.000Z}. */
    public static String instant(Instant at) {
        return MILLIS.format(at);
    }

    static @Nullable String instantOrNull(@Nullable Instant at) {
        return at == null ? null : instant(at);
    }

    static @Nullable Instant parsed(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
