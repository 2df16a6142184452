package earshot.polling;

import java.time.Duration;

/**
 * How often an account is asked, and how much at once.
 *
 * @param news between looks at what is new
 * @param recheck between walks over what is known
 * @param recheckPages of such a walk
 * @param horizon how far back the first walk goes, from the moment of the connection
 * @param lease of an account; longer than an invocation can last
 * @param budget of one invocation; what is begun within it is ended
 */
public record PollSchedule(
        Duration news,
        Duration recheck,
        int recheckPages,
        Duration horizon,
        Duration lease,
        Duration budget) {
    /** A schedule's minute is never exactly one. */
    private static final Duration MINUTE = Duration.ofSeconds(50);

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int RECHECK_PAGES = 10;

    /**
     * For a function that is called each minute and may run for one: looks take up to three fifths
     * of the day's quota, walks over what is known one fifth, and the rest is for first walks and
     * answers.
     *
     * @param accounts that share the quota
     * @param daily units, one for each question
     */
    public static PollSchedule eachMinute(int accounts, int daily) {
        long day = Duration.ofDays(1).toSeconds() * Math.max(1, accounts);
        return new PollSchedule(
                longer(MINUTE, Duration.ofSeconds(day * 5 / (daily * 3L))),
                longer(HALF_HOUR, Duration.ofSeconds(day * RECHECK_PAGES * 5 / daily)),
                RECHECK_PAGES,
                Duration.ofDays(365),
                Duration.ofSeconds(90),
                Duration.ofSeconds(35));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
