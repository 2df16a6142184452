package earshot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,2", "3,4", "5,16", "6,30", "11,30", "9223372036854775807,30"})
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest(long failures, long minutes) {
        assertThat(BACKOFF.after(failures, null)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"0,4", "3,4", "5,5", "45,45", "600,60"})
    void aWishIsKeptWhereItIsLongerUpToAnHour(long wished, long minutes) {
        assertThat(BACKOFF.after(3, Duration.ofMinutes(wished)))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void aFirstPauseThatIsLongerThanAnyIsCutToo() {
        var slow = new Backoff(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(3));
        assertThat(slow.after(1, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
        assertThat(slow.after(1, null)).isEqualTo(Duration.ofHours(1));
    }
}
