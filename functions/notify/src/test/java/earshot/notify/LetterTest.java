package earshot.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LetterTest {
    private static final Decided OLDEST = Decided.of("3").dueAt(Decided.NOON.minusSeconds(60));
    private static final Decided SECOND = Decided.of("2").dueAt(Decided.NOON.minusSeconds(30));
    private static final Decided NEWEST = Decided.of("1");

    @Test
    void theOldestDueLeaveAloneAndTheRestAsOneList() {
        var letters = Letter.of(List.of(NEWEST.kept(), OLDEST.kept(), SECOND.kept()), 1);
        assertThat(letters)
                .containsExactly(
                        new Letter.Single(OLDEST.kept()),
                        new Letter.Listed(List.of(SECOND.kept(), NEWEST.kept())));
    }

    @Test
    void thereIsNoListOfNothing() {
        assertThat(Letter.of(List.of(NEWEST.kept()), 1)).hasSize(1);
        assertThat(Letter.of(List.of(NEWEST.kept()), 0))
                .containsExactly(new Letter.Listed(List.of(NEWEST.kept())));
    }

    @Test
    void anIdIsTheSameForTheSameNoticesInAnyOrder() {
        var there = new Letter.Listed(List.of(OLDEST.kept(), SECOND.kept()));
        var back = new Letter.Listed(List.of(SECOND.kept(), OLDEST.kept()));
        assertThat(there.id()).isEqualTo(back.id()).matches("lst_[0-9a-f]{32}");
        assertThat(new Letter.Listed(List.of(OLDEST.kept())).id()).isNotEqualTo(there.id());
    }

    @Test
    void anIdNamesTheNoticeAndNotWhatItSays() {
        var id = new Letter.Single(OLDEST.kept()).id();
        assertThat(id).matches("ntc_[0-9a-f]{32}");
        assertThat(new Letter.Single(OLDEST.lag(Duration.ofDays(1)).kept()).id()).isEqualTo(id);
        assertThat(new Letter.Single(OLDEST.step("50%").kept()).id()).isNotEqualTo(id);
    }
}
