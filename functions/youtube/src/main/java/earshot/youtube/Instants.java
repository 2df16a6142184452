package earshot.youtube;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Atom's instants: RFC 3339, with up to nine digits of a second, at {@code +00:00}. */
final class Instants {
    /** What we write has four digits for a year. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private Instants() {}

    /** The instant; null where there is none, or none that could be read. */
    static @Nullable Instant of(@Nullable String text) {
        try {
            var instant = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return instant == null || instant.isAfter(END) ? null : instant;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
