package earshot.polling;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a question has no answer. Reasons are constant words: they are logged. */
public sealed interface Refusal {
    /**
     * Busy, slow, cut off or not understood: the same question may be answered later.
     *
     * @param after what the network asks us to wait, where it does
     */
    record Later(String reason, @Nullable Duration after) implements Refusal {}

    /** The network says that the day's quota is used up. */
    record Spent(String reason) implements Refusal {}

    /** Nobody may comment there: a choice of the account's owner, not an error. */
    record Closed(String reason) implements Refusal {}

    /** There is no such account, or thread. */
    record Missing(String reason) implements Refusal {}

    /** The page's token is no longer good: the walk begins again. */
    record Stale(String reason) implements Refusal {}

    /** What holds us up ourselves. */
    enum Halt implements Refusal {
        /** The quota is spread over the day, and its share is used up. */
        RATIONED,
        /** The invocation has no time left. */
        OUT_OF_TIME,
        /** The queues did not confirm. */
        UNSENT,
        /** The lease was over, and another invocation has the account. */
        TAKEN_OVER;

        @Override
        public String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** For the log. */
    String reason();
}
