package earshot.domain.cases;

import static java.util.Objects.requireNonNull;

import earshot.domain.policy.Policies;
import java.util.List;

/** A breach that was told and was none is taken back. */
final class Corrections {
    private Corrections() {}

    /** What follows from a cycle that turned out otherwise than was known. */
    static List<Pending.Correct> of(WaitCycle before, WaitCycle now, Policies policies) {
        return wasTold(before, policies) && !isNone(before) && isNone(now)
                ? List.of(
                        new Pending.Correct(
                                before.name(), before.target(), requireNonNull(now.endedAt())))
                : List.of();
    }

    private static boolean wasTold(WaitCycle cycle, Policies policies) {
        return cycle.fired() > Timers.sla(cycle, policies).ladder().indexOfDue();
    }

    private static boolean isNone(WaitCycle cycle) {
        return cycle.state() == WaitCycle.State.MET || cycle.state() == WaitCycle.State.CANCELLED;
    }
}
