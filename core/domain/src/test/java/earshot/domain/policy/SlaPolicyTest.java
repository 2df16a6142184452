package earshot.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlaPolicyTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private final WorkingCalendar office =
            WorkingCalendarTest.on(
                    "UTC", EnumSet.allOf(DayOfWeek.class), WorkingCalendarTest.hours(9, 17));
    private final SlaPolicy sla = new SlaPolicy("standard", office, goals(), new Ladder(List.of()));

    @Test
    void theGoalIsThatOfTheTargetAndThePriority() {
        assertThat(sla.goal(Target.FIRST, Priority.URGENT)).isEqualTo(Duration.ofHours(1));
        assertThat(sla.goal(Target.NEXT, Priority.LOW)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aPriorityWithoutAGoalIsRefused() {
        var one = Map.of(Priority.URGENT, new Goals(FOUR_HOURS, FOUR_HOURS));

        assertThatThrownBy(() -> new SlaPolicy("s", office, one, new Ladder(List.of())))
                .hasMessageContaining("every priority");
    }

    @Test
    void dueIsCountedInWorkingTime() {
        assertThat(sla.dueAt(MORNING.plus(FOUR_HOURS), FOUR_HOURS))
                .isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    }

    @Test
    void aPercentageIsThatPartOfTheGoalInWorkingTime() {
        var afternoon = MORNING.plus(Duration.ofHours(6));
        var due = sla.dueAt(afternoon, FOUR_HOURS);

        assertThat(at(new StepTime.AtPercent(50), afternoon, due))
                .isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(at(new StepTime.AtDue(), afternoon, due))
                .isEqualTo(Instant.parse("2026-03-03T12:00:00Z"));
        assertThat(at(new StepTime.AfterDue(Duration.ofHours(6)), afternoon, due))
                .isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Test
    void aPercentageIsNeverAfterADueThatWasMovedForward() {
        var due = MORNING.plusSeconds(60);

        assertThat(at(new StepTime.AtPercent(50), MORNING, due)).isEqualTo(due);
    }

    private Instant at(StepTime when, Instant start, Instant due) {
        return sla.instantOf(Step.of(when, List.of()), start, FOUR_HOURS, due);
    }

    private static Map<Priority, Goals> goals() {
        return Map.of(
                Priority.URGENT, goals(1, 1),
                Priority.HIGH, goals(2, 2),
                Priority.NORMAL, goals(4, 4),
                Priority.LOW, goals(8, 6));
    }

    private static Goals goals(int first, int next) {
        return new Goals(Duration.ofHours(first), Duration.ofHours(next));
    }
}
