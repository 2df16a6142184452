package earshot.webhook;

import org.jspecify.annotations.Nullable;

/** Whether a delivery has proved where it came from. */
sealed interface Verdict {
    /**
     * @param account whose own secret proved it; null when the secret serves all
     */
    record Proved(@Nullable String account) implements Verdict {}

    /**
     * @param reason constant words
     */
    record Refused(String reason) implements Verdict {}
}
