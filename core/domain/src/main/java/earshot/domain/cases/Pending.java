package earshot.domain.cases;

import earshot.domain.policy.Target;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that one conditional write decided and that follows from the case, once, however often
 * it is carried out.
 */
public sealed interface Pending {
    /**
     * What entries do not show: a command, a step of the clock, a re-target, a policy's decision.
     *
     * @param cause names it among the actions of its conversation: a repeated cause is the same
     *     action
     * @param kind a word such as {@code resolve}
     * @param details what a reader wants to know, by name
     */
    record Action(
            CaseId caseId,
            String cause,
            Instant at,
            String kind,
            String by,
            Map<String, String> details)
            implements Pending {
        public Action {
            details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
        }
    }

    /** Somebody must be told. */
    record Tell(Notice notice) implements Pending {}

    /** A breach that was told turned out to be none: whoever was told is told so. */
    record Correct(String cycle, Target target, Instant at) implements Pending {}

    /** Two cases belong together: the other one names this one too. */
    record Relate(CaseId other) implements Pending {}
}
