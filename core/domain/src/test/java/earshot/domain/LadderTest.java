package earshot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final List<String> LEAD = List.of("lead");

    @Test
    void stepsStandInTheOrderOfTheirInstants() {
        var ladder =
                new Ladder(
                        List.of(
                                Step.of(after(45), LEAD),
                                Step.of(new When.AtDue(), LEAD),
                                Step.of(new When.AtPercent(80), LEAD),
                                Step.of(after(15), LEAD),
                                Step.of(new When.AtPercent(9), LEAD)));

        assertThat(ladder.steps())
                .extracting(Step::name)
                .containsExactly("9%", "80%", "due", "due+15m", "due+45m");
        assertThat(ladder.indexOfDue()).isEqualTo(2);
    }

    @Test
    void aLadderWithoutDueGetsOneThatTellsNobody() {
        assertThat(new Ladder(List.of(Step.of(after(15), LEAD))).steps())
                .containsExactly(Step.of(new When.AtDue(), List.of()), Step.of(after(15), LEAD));
        assertThat(new Ladder(List.of()).indexOfDue()).isZero();
    }

    @Test
    void twoStepsAtOneInstantAreRefused() {
        var twice = List.of(Step.of(after(60), LEAD), Step.of(after(60), List.of("team")));

        assertThatThrownBy(() -> new Ladder(twice)).hasMessageContaining("due+60m");
    }

    @Test
    void delaysThatAreNoWholeMinutesAreNamedInSeconds() {
        assertThat(new When.AfterDue(Duration.ofSeconds(90)).spelled()).isEqualTo("due+90s");
        assertThat(new When.AfterDue(Duration.ofHours(2)).spelled()).isEqualTo("due+120m");
        assertThatThrownBy(() -> new When.AfterDue(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentageIsBetweenTheStartAndDue() {
        assertThatThrownBy(() -> new When.AtPercent(0)).hasMessageContaining("1 to 99");
        assertThatThrownBy(() -> new When.AtPercent(100)).hasMessageContaining("1 to 99");
    }

    private static When after(int minutes) {
        return new When.AfterDue(Duration.ofMinutes(minutes));
    }
}
