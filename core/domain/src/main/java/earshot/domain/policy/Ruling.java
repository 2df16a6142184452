package earshot.domain.policy;

import earshot.domain.WireWord;
import java.util.List;

/**
 * What the routing rules said of one post when it was filed, kept with the post, so that a later
 * fold decides the same.
 *
 * @param version of the policy that ruled
 * @param score the priority score: the sum of the matching rules' points
 * @param themes distinct, sorted
 * @param sla the name of the SLA policy
 */
public record Ruling(
        int version,
        Treatment treatment,
        String team,
        Priority priority,
        int score,
        List<String> themes,
        String sla) {
    public Ruling {
        themes = themes.stream().distinct().sorted().toList();
    }

    /** What becomes of a post beyond being recorded. */
    public enum Treatment implements WireWord {
        /** It counts: it opens a case and starts a clock. */
        ANSWER,
        /** Filed, counted and scored; no clock. */
        LISTEN,
        /** Filed, and its case ignored: no clock, no notice. */
        IGNORE,
        /** Too old when it was brought in: recorded, opens no case. */
        HISTORY;

        public boolean counts() {
            return this == ANSWER || this == LISTEN;
        }
    }
}
