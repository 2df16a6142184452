package earshot.domain.policy;

import java.util.List;

/**
 * One rung of a ladder: at its instant, unless somebody has answered, it tells people.
 *
 * @param name of the instant, such as {@code 50%}, {@code due}, {@code due+15m}
 * @param to whom, in the policy's words, resolved when the step fires; nobody when empty
 */
public record Step(String name, StepTime when, List<String> to) {
    public Step {
        to = List.copyOf(to);
    }

    /** A step under the name of its instant. */
    public static Step of(StepTime when, List<String> to) {
        return new Step(when.spelled(), when, to);
    }
}
