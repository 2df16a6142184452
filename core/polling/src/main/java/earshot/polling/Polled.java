package earshot.polling;

import java.time.Instant;
import java.util.Map;

/** What a poll of one account came to. */
public sealed interface Polled {
    /** Another invocation is at it, or it is not yet time. */
    record NotNow() implements Polled {}

    /**
     * It was asked.
     *
     * @param outcome constant words
     * @param nextAt before which it is not asked again; where another invocation has taken the
     *     account over, that one decides
     * @param isUnfinished whether a walk goes on then
     */
    record Asked(String outcome, Counts counts, Instant nextAt, boolean isUnfinished)
            implements Polled {}

    /** A fault of ours: the account is free again when its lease is over. */
    record Broken(String exception, String where) implements Polled {}

    /**
     * @param units of the quota
     */
    record Counts(int units, int published, int edited, int deleted, int unreadable) {
        /** By their names in the log. */
        Map<String, Integer> byName() {
            return Map.of(
                    "polls", 1,
                    "units", units,
                    "appeared", published,
                    "edited", edited,
                    "vanished", deleted,
                    "unreadable", unreadable);
        }
    }
}
