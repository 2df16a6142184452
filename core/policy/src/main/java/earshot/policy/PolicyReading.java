package earshot.policy;

import earshot.domain.policy.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** What a policy file turned out to be. */
public sealed interface PolicyReading {
    /** A policy to work by. */
    record Sound(Policy policy) implements PolicyReading {}

    /**
     * Not to be worked by.
     *
     * @param faults all of them, in the order of the file
     */
    record Faulty(List<Fault> faults) implements PolicyReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The policy, for those who read what was checked before.
     *
     * @throws IllegalStateException naming every fault
     */
    default Policy orThrow() {
        return switch (this) {
            case Sound(Policy policy) -> policy;
            case Faulty(List<Fault> faults) ->
                    throw new IllegalStateException(
                            faults.stream()
                                    .map(Fault::toString)
                                    .collect(
                                            Collectors.joining(
                                                    "\n", "The policy is faulty:\n", "")));
        };
    }
}
