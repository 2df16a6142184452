package earshot.domain.policy;

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
                                Step.of(new StepTime.AtDue(), LEAD),
                                Step.of(new StepTime.AtPercent(80), LEAD),
                                Step.of(after(15), LEAD),
                                Step.of(new StepTime.AtPercent(9), LEAD)));

        assertThat(ladder.steps())
                .extracting(Step::name)
                .containsExactly("9%", "80%", "due", "due+15m", "due+45m");
        assertThat(ladder.indexOfDue()).isEqualTo(2);
    }

    @Test
    void aLadderWithoutDueGetsOneThatTellsNobody() {
        assertThat(new Ladder(List.of(Step.of(after(15), LEAD))).steps())
                .containsExactly(
                        Step.of(new StepTime.AtDue(), List.of()), Step.of(after(15), LEAD));
        assertThat(new Ladder(List.of()).indexOfDue()).isZero();
    }

    @Test
    void twoStepsAtOneInstantAreRefused() {
        var twice = List.of(Step.of(after(60), LEAD), Step.of(after(60), List.of("team")));

        assertThatThrownBy(() -> new Ladder(twice)).hasMessageContaining("due+60m");
    }

    @Test
    void delaysThatAreNoWholeMinutesAreNamedInSeconds() {
        assertThat(new StepTime.AfterDue(Duration.ofSeconds(90)).spelled()).isEqualTo("due+90s");
        assertThat(new StepTime.AfterDue(Duration.ofHours(2)).spelled()).isEqualTo("due+120m");
        assertThatThrownBy(() -> new StepTime.AfterDue(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentageIsBetweenTheStartAndDue() {
        assertThatThrownBy(() -> new StepTime.AtPercent(0)).hasMessageContaining("1 to 99");
        assertThatThrownBy(() -> new StepTime.AtPercent(100)).hasMessageContaining("1 to 99");
    }

    private static StepTime after(int minutes) {
        return new StepTime.AfterDue(Duration.ofMinutes(minutes));
    }
}
