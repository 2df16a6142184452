package earshot.domain.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * The reminders of a wait cycle, in the order in which they fire, repetitions written out.
 *
 * @param steps distinct; one of them is at due: where the policy writes none, it tells nobody, and
 *     the case learns all the same that it is overdue
 */
public record Ladder(List<Step> steps) {
    public Ladder {
        var all = new ArrayList<>(steps);
        if (all.stream().noneMatch(Ladder::isDue)) {
            all.add(Step.of(new StepTime.AtDue(), List.of()));
        }
        all.sort(Comparator.comparing(Step::when));
        var names = new HashSet<String>();
        for (var step : all) {
            if (!names.add(step.when().spelled()) || !step.name().equals(step.when().spelled())) {
                throw new IllegalArgumentException("Not a step of its own: " + step.name());
            }
        }
        steps = List.copyOf(all);
    }

    /** Where in the steps the one at due stands. */
    public int indexOfDue() {
        int index = 0;
        while (!isDue(steps.get(index))) {
            index++;
        }
        return index;
    }

    private static boolean isDue(Step step) {
        return step.when() instanceof StepTime.AtDue;
    }
}
