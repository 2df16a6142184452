package earshot.domain.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How soon we answer, by which calendar, and who hears of it when we do not.
 *
 * @param goals one for every priority
 */
public record SlaPolicy(
        String name, WorkingCalendar calendar, Map<Priority, Goals> goals, Ladder ladder) {
    public SlaPolicy {
        var every = new EnumMap<Priority, Goals>(Priority.class);
        every.putAll(goals);
        if (every.size() != Priority.values().length) {
            throw new IllegalArgumentException("SLA " + name + ": a goal for every priority");
        }
        goals = Collections.unmodifiableMap(every);
    }

    /** How long the answer may take, in working time. */
    public Duration goal(Target target, Priority priority) {
        var goal = goals.get(priority);
        if (goal == null) {
            throw new IllegalStateException("Every priority has a goal");
        }
        return goal.of(target);
    }

    /** When an answer is due whose wait began at {@code start}. */
    public Instant dueAt(Instant start, Duration goal) {
        return calendar.add(start, goal);
    }

    /**
     * When a step fires: a percentage by the goal but never after due, anything later by due.
     *
     * @param dueAt as the cycle keeps it: a re-target may have moved it away from {@code start} +
     *     {@code goal}
     */
    public Instant instantOf(Step step, Instant start, Duration goal, Instant dueAt) {
        return switch (step.when()) {
            case StepTime.AtPercent(int percent) -> {
                var at = calendar.add(start, goal.multipliedBy(percent).dividedBy(100));
                yield at.isAfter(dueAt) ? dueAt : at;
            }
            case StepTime.AtDue() -> dueAt;
            case StepTime.AfterDue(Duration delay) -> calendar.add(dueAt, delay);
        };
    }
}
