package earshot.domain.post;

import earshot.domain.WireWord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happened by the network's time, and when we received it.
 *
 * @param at the instant that serves every order and every clock: the network's own, clamped to at
 *     most {@code receivedAt} + 5 min; ours where the network tells none
 * @param networkTime the network's own time where it differs from {@code at}
 */
public record Moment(
        Instant at, @Nullable Instant networkTime, Instant receivedAt, TimeSource source) {
    /** How far a network's clock may run ahead of ours. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    /** No network of ours is older: an earlier time is no time. */
    private static final Instant EARLIEST = Instant.parse("2004-01-01T00:00:00Z");

    /** Whose clock {@link Moment#at} was read from. */
    public enum TimeSource implements WireWord {
        NETWORK,
        RECEIVED
    }

    public Moment {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        networkTime = networkTime == null ? null : networkTime.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * @param network the network's time, or null where it tells none; a time before 2004 is taken
     *     for none
     */
    public static Moment of(@Nullable Instant network, Instant receivedAt) {
        if (network == null || network.isBefore(EARLIEST)) {
            return new Moment(receivedAt, network, receivedAt, TimeSource.RECEIVED);
        }
        var latest = receivedAt.plus(SKEW);
        return network.isAfter(latest)
                ? new Moment(latest, network, receivedAt, TimeSource.NETWORK)
                : new Moment(network, null, receivedAt, TimeSource.NETWORK);
    }
}
