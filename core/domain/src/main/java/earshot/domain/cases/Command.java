package earshot.domain.cases;

import earshot.domain.policy.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a tool asks of a case. It is applied once, to the case as it then is.
 *
 * @param id chosen by who sends it: the same id is the same command
 * @param at when the person said so
 * @param seen what of the case was on the screen; null where the tool cannot tell
 */
public record Command(
        String id, CaseId caseId, Instant at, String by, @Nullable Seen seen, Request order) {

    /** The state of the case that the sender looked at. */
    public record Seen(long version, @Nullable PostOrder frontier, int folded) {}

    /** The order itself. */
    public sealed interface Request {
        /** It is over. */
        record Resolve(@Nullable String reason) implements Request {}

        /** It is not over: a new first response is due. */
        record Reopen() implements Request {}

        /** Who sees to it; null takes the assignee or the person's choice of team away. */
        record Assign(@Nullable String assignee, @Nullable String team) implements Request {}

        /** How pressing it is, whatever the rules say; null gives it back to the rules. */
        record Prioritize(@Nullable Priority priority) implements Request {}

        /** Somebody is on it: the steps of the running cycle stop until that lapses. */
        record Acknowledge() implements Request {}

        /** Not before then, unless the customer writes. */
        record Snooze(Instant until) implements Request {}

        /** A word for colleagues. */
        record Note(String text) implements Request {}

        /**
         * A word by which people find the case again.
         *
         * @param off takes it away
         */
        record Tag(String tag, boolean off) implements Request {}
    }
}
