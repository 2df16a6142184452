package earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTimeTest {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Test
    void numbersAreSecondsOrMillisecondsSince1970() {
        assertThat(NetworkTime.seconds(1_449_135_003)).isEqualTo("2015-12-03T09:30:03Z");
        assertThat(NetworkTime.millis(1_457_764_198_246L)).isEqualTo("2016-03-12T06:29:58.246Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aNumberThatIsNotPositiveIsNoTime(long number) {
        assertThat(NetworkTime.seconds(number)).isNull();
        assertThat(NetworkTime.millis(number)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {253_402_300_800L, Long.MAX_VALUE})
    void aNumberBeyondTheYear9999IsItsEnd(long seconds) {
        assertThat(NetworkTime.seconds(seconds)).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(NetworkTime.millis(Long.MAX_VALUE)).isEqualTo(LAST);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z,2026-11-20T09:00:00Z",
        "2026-11-20t09:00:00z,2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00+00:00,2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00+0000,2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00+01:00,2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00-0130,2026-11-20T10:30:00Z",
        "2026-11-20T09:00:00.123456789Z,2026-11-20T09:00:00.123456789Z"
    })
    void isoIsReadWithAnyOffset(String text, Instant expected) {
        assertThat(NetworkTime.iso(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-11-20",
                "2026-11-20T09:00:00",
                "2026-02-30T09:00:00Z",
                "+10000-01-01T00:00:00Z",
                "20 November 2026"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(NetworkTime.iso(text)).isNull();
    }

    @Test
    void noTextIsNoTime() {
        assertThat(NetworkTime.iso(null)).isNull();
    }

    @Test
    void anOddFormHasTheSameEnd() {
        var odd = DateTimeFormatter.ofPattern("uuuuu xx DDD HH", Locale.ROOT);
        assertThat(NetworkTime.parsed(odd, "02019 +0000 001 00")).isEqualTo("2019-01-01T00:00:00Z");
        assertThat(NetworkTime.parsed(odd, "12019 +0000 001 00")).isNull();
        assertThat(NetworkTime.parsed(odd, "2019")).isNull();
    }
}
