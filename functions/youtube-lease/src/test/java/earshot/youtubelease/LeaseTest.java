package earshot.youtubelease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TERMS = "0123456789abcdef";

    private final Lease held = Lease.NONE.after(new Hub.Reply.Accepted(204), TERMS, NOON);

    @Test
    void aNewChannelIsDueAtOnceAndAHeldOneAfterADay() {
        assertThat(Lease.NONE.isDue(TERMS, NOON)).isTrue();
        assertThat(held.isDue(TERMS, NOON.plus(Duration.ofDays(1)).minusMillis(1))).isFalse();
        assertThat(held.isDue(TERMS, NOON.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void anotherCallbackOrSecretIsAskedForAtOnce() {
        assertThat(held.isDue("another", NOON)).isTrue();
    }

    @Test
    void whatWasAcceptedIsTakenToLastAsLongAsTheHubsDefault() {
        assertThat(held.hoursLeft(NOON)).isEqualTo(120);
        assertThat(held.hoursLeft(NOON.plusMillis(1))).isEqualTo(119);
        assertThat(held.hoursLeft(NOON.plus(Duration.ofDays(9)))).isZero();
        assertThat(Lease.NONE.hoursLeft(NOON)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 10",
        "2, , 20",
        "3, , 40",
        "6, , 320",
        "7, , 360",
        "99, , 360",
        "1, 120, 10",
        "1, 7200, 120",
        "1, 999999, 360"
    })
    void afterAFailureThePauseDoublesAndHeedsTheHubUpToSixHours(
            int failures, Long retryAfter, int minutes) {
        var lease = held;
        var wished = retryAfter == null ? null : Duration.ofSeconds(retryAfter);
        for (int i = 0; i < failures; i++) {
            lease = lease.after(new Hub.Reply.Failed("busy: 503", wished), TERMS, NOON);
        }
        assertThat(lease.next()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
        assertThat(lease.ends()).isEqualTo(held.ends());
        assertThat(lease.acceptedAt()).isEqualTo(NOON);
        assertThat(lease.status()).isEqualTo("busy: 503");
    }

    @Test
    void anAcceptanceEndsTheFailures() {
        var failed = held.after(new Hub.Reply.Failed("answered 409", null), TERMS, NOON);
        var again = failed.after(new Hub.Reply.Accepted(202), TERMS, NOON.plusSeconds(60));
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(again.failures()).isZero();
        assertThat(again.status()).isEqualTo("202");
    }

    @Test
    void aLeaseIsKeptAndReadAgainAsItWas() {
        assertThat(Lease.of(held.state())).isEqualTo(held);
        assertThat(Lease.of(Lease.NONE.state())).isEqualTo(Lease.NONE);
    }
}
