package earshot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TimestampTest {
    @Test
    void millisecondsAreAlwaysWritten() {
        assertThat(Timestamp.of(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(Timestamp.of(Instant.parse("2026-02-03T04:05:06.007Z")))
                .isEqualTo("2026-02-03T04:05:06.007Z");
    }

    @Test
    void whatIsNoInstantIsRefused() {
        assertThatThrownBy(() -> Timestamp.parse("yesterday"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anyMillisecondIsReadBack(@ForAll long milliseconds) {
        var instant = Instant.ofEpochMilli(milliseconds);
        assertThat(Timestamp.parse(Timestamp.of(instant))).isEqualTo(instant);
    }

    @Property
    void textsSortAsInstantsDo(
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long one,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long other) {
        var byText =
                Timestamp.of(Instant.ofEpochMilli(one))
                        .compareTo(Timestamp.of(Instant.ofEpochMilli(other)));
        assertThat(Integer.signum(byText)).isEqualTo(Long.compare(one, other));
    }
}
