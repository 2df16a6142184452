package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MovableClockTest {
    private final MovableClock clock = MovableClock.at("2026-03-02T09:00:00Z");

    @Test
    void itStandsStillUntilItIsMoved() {
        clock.instant();

        assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void itMovesByWhatItIsTold() {
        assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo("2026-03-02T09:05:00Z");
        assertThat(clock.instant()).isEqualTo("2026-03-02T09:05:00Z");
    }

    @Test
    void itMayBeSetBack() {
        clock.moveTo(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void inAnotherZoneItIsStillTheSameClock() {
        var there = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.advance(Duration.ofHours(1));

        assertThat(there.instant()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
