package earshot.x;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The instant in an id. X counts ids by time since November 2010: all but the last 22 bits are the
 * milliseconds since then.
 *
 * @see <a href="https://docs.x.com/fundamentals/x-ids">X IDs</a>
 */
final class Snowflake {
    private static final long EPOCH = 1_288_834_974_657L;

    /** Ids before this one were counted one by one. */
    private static final long FIRST = 29_700_000_000L;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{10,17}|[1-8][0-9]{18}");

    private Snowflake() {}

    /** To the millisecond; null for an id that has none. */
    static @Nullable Instant in(String id) {
        if (!NUMBER.matcher(id).matches()) {
            return null;
        }
        long number = Long.parseLong(id);
        return number < FIRST ? null : Instant.ofEpochMilli((number >> 22) + EPOCH);
    }

    /**
     * The time that a post tells, which some products cut to the second, to the millisecond: one
     * post has one time, whichever of them brings it first.
     */
    static @Nullable Instant refine(@Nullable Instant told, String id) {
        var exact = in(id);
        if (told == null || exact == null) {
            return told == null ? exact : told;
        }
        var second = exact.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(told.truncatedTo(ChronoUnit.SECONDS)) ? exact : told;
    }
}
