package earshot.polling;

import earshot.casebook.Cursors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The units that a network gives us for a day, spread over it: a storm in the morning must not make
 * us deaf in the evening. Counted in the table before each question, for all accounts together.
 */
public final class Quota {
    private static final int BURST = 10;

    private final Cursors cursors;
    private final String function;
    private final int daily;
    private final ZoneId zone;

    /**
     * @param daily units
     * @param zone at whose midnight the network's day begins
     */
    public Quota(Cursors cursors, String function, int daily, ZoneId zone) {
        this.cursors = cursors;
        this.function = function;
        this.daily = daily;
        this.zone = zone;
    }

    /** What a question is for: whoever waits for an answer goes first. */
    enum Purpose {
        /** What is new. */
        NEWS(10),
        /** Everything else. */
        REST(9);

        private final int tenths;

        Purpose(int tenths) {
            this.tenths = tenths;
        }
    }

    /** Takes one unit; false when there is none by now. */
    boolean spend(Purpose purpose, Instant now) {
        return cursors.spend(function, day(now), 1, allowed(purpose, now)).isPresent();
    }

    /** The network says that there are no more today. */
    void exhaust(Instant now) {
        cursors.exhaust(function, day(now));
    }

    /** What may have been used of the day by now: its share of time, and a tenth in advance. */
    long allowed(Purpose purpose, Instant now) {
        var day = day(now);
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        long passed = Duration.between(from, now).toMillis();
        long whole = Duration.between(from, to).toMillis();
        long share = daily * passed / whole + daily / BURST;
        return Math.min(daily, share) * purpose.tenths / 10;
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
