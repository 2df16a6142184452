package earshot.notify;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SentenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String said(Decided decided, Instant now) {
        return new Sentence(BERLIN, now).of(decided.notice());
    }

    @Test
    void itTellsWhoWaitsWhereForWhatAndHowLongThereIs() {
        assertThat(said(Decided.of("1"), Decided.NOON.minusSeconds(1800)))
                .isEqualTo(
                        "Ann Lee waits on facebook for a first answer, due on Mon 2 Mar at 13:00"
                                + " CET, in 30 min: \"Where is my bag?\"");
    }

    @Test
    void itTellsHowLongItIsOver() {
        assertThat(said(Decided.of("1").said(null, null), Decided.NOON.plusSeconds(5_400)))
                .isEqualTo(
                        "A customer waits on facebook for a first answer, due on Mon 2 Mar at 13:00"
                                + " CET, 1 h 30 min ago.");
    }

    @Test
    void itTellsThatThePostCameLate() {
        var late = Decided.of("1").lag(Duration.ofDays(7));
        assertThat(said(late, Decided.NOON.plusSeconds(2)))
                .contains("2 s ago, and the post came 7 d late: ");
        assertThat(said(late.lag(Duration.ofMinutes(5)), Decided.NOON)).doesNotContain("late");
    }

    @Test
    void aCorrectionTakesTheReminderBack() {
        assertThat(said(Decided.of("1").step(Notice.CORRECTED), Decided.NOON))
                .isEqualTo(
                        "Ann Lee was answered in time on facebook after all: forget the reminder of"
                                + " Mon 2 Mar at 13:00 CET.");
    }

    @Test
    void aListIsCounted() {
        var notices =
                Stream.of(
                                Decided.of("1"),
                                Decided.of("2").dueAt(Decided.NOON.plusSeconds(60)),
                                Decided.of("3").step(Notice.CORRECTED))
                        .map(Decided::notice)
                        .toList();
        assertThat(new Sentence(BERLIN, Decided.NOON).of(notices))
                .isEqualTo(
                        "2 answers awaited, 1 of them overdue, the first due on Mon 2 Mar at 13:00"
                                + " CET, 0 s ago; 1 correction.");
        assertThat(new Sentence(BERLIN, Decided.NOON).of(List.of(notices.getFirst())))
                .startsWith("1 answer awaited, 1 of them overdue");
    }
}
