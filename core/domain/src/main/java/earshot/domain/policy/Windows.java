package earshot.domain.policy;

import earshot.domain.post.Surface;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long things last.
 *
 * @param lookback the age up to which a post that was brought in later still opens a case
 * @param reopen how long after its end a case is reopened rather than followed by a new one, for
 *     every surface
 * @param resolveAnswered how long after our answer a case is over; null for never by itself
 * @param acknowledgement how long "I am on it" holds without an answer, in working time
 */
public record Windows(
        Duration lookback,
        Map<Surface, Duration> reopen,
        @Nullable Duration resolveAnswered,
        Duration acknowledgement) {
    public Windows {
        var every = new EnumMap<Surface, Duration>(Surface.class);
        every.putAll(reopen);
        if (every.size() != Surface.values().length) {
            throw new IllegalArgumentException("A reopen window for every surface");
        }
        reopen = Collections.unmodifiableMap(every);
    }
}
