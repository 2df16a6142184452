package earshot.polling;

import earshot.polling.Refusal.Halt;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Puts questions, as far as time and quota allow. */
final class QuotaClient {
    private final Quota quota;
    private final Clock clock;
    private final Instant deadline;
    private int units;

    QuotaClient(Quota quota, Clock clock, Instant deadline) {
        this.quota = quota;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** How many units were used. */
    int units() {
        return units;
    }

    <T> Reply<T> ask(Quota.Purpose purpose, Function<Instant, Reply<T>> question) {
        var now = clock.instant();
        if (!now.isBefore(deadline)) {
            return Reply.refused(Halt.OUT_OF_TIME);
        }
        if (!quota.spend(purpose, now)) {
            return Reply.refused(Halt.RATIONED);
        }
        units++;
        var asked = question.apply(now);
        if (asked instanceof Reply.Refused(Refusal.Spent _)) {
            quota.exhaust(now);
        }
        return asked;
    }
}
