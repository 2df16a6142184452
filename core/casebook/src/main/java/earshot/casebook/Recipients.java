package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.json.Json;
import java.time.Duration;
import java.time.Instant;

/** Counts what a recipient was sent within a minute, so that a storm leaves as lists. */
public final class Recipients {
    /** Single notices within one window; the rest of it leaves as lists. */
    public static final int SINGLES = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Table table;

    Recipients(Table table) {
        this.table = table;
    }

    /**
     * Takes places for single notices in the recipient's present window, which begins with its
     * first notice.
     *
     * @param wanted how many notices there are to send
     * @return how many of them may leave alone: the rest leaves as one list
     */
    public int take(String recipient, int wanted, Instant now) {
        var key = Keys.recipient(recipient);
        while (true) {
            var holds = table.get(key).orElse(Json.object().build());
            var began = Attributes.maybeInstant(holds, "began");
            var start = began != null && now.isBefore(began.plus(WINDOW)) ? began : now;
            boolean open = start.equals(began);
            int used = open ? (int) Attributes.number(holds, "singles", 0) : 0;
            int granted = Math.min(wanted, Math.max(0, SINGLES - used));
            if (granted == 0 && open) {
                return 0;
            }
            var rev = Attributes.number(holds, "rev", 0);
            var next =
                    Json.object()
                            .with("began", Timestamp.of(start))
                            .with("singles", used + granted)
                            .with("rev", Json.of(rev + 1))
                            .with(
                                    "expiresAt",
                                    Json.of(now.plus(Duration.ofDays(1)).getEpochSecond()))
                            .build();
            var put = rev == 0 ? table.putIfAbsent(key, next) : table.putIf(key, next, "rev", rev);
            if (put instanceof Table.Put.Done) {
                return granted;
            }
        }
    }
}
