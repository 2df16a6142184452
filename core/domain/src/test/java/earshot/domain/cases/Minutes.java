package earshot.domain.cases;

import java.time.Duration;
import java.time.Instant;

/** Instants as tests count them: minutes since nine o'clock of an ordinary Tuesday. */
final class Minutes {
    private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");

    private Minutes() {}

    static Instant minute(double minutes) {
        return NINE.plus(minutes(minutes));
    }

    static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }
}
