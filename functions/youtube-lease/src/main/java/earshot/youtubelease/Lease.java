package earshot.youtubelease;

import earshot.domain.Timestamp;
import earshot.http.Backoff;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One channel's subscription, as far as we know: the hub does not tell for how long it pushes.
 *
 * @param terms what was asked for the last time, as a fingerprint; empty before the first
 * @param askedAt when the hub was asked the last time, whatever it answered
 * @param acceptedAt when it agreed the last time
 * @param ends when it stops pushing, at the earliest
 * @param failures since it agreed the last time
 * @param status what it answered the last time, in constant words
 * @param next when it is to be asked again
 */
record Lease(
        String terms,
        @Nullable Instant askedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant ends,
        long failures,
        String status,
        @Nullable Instant next) {
    static final Lease NONE = new Lease("", null, null, null, 0, "", null);

    /** The hub's default. It agrees to the ten days that we ask for, and need not keep them. */
    static final Duration GRANTED = Duration.ofDays(5);

    /** Four days are left for a hub that is away. */
    static final Duration RENEWED_AFTER = Duration.ofDays(1);

    static final Duration SHORTEST_PAUSE = Duration.ofMinutes(10);
    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Backoff BACKOFF =
            new Backoff(SHORTEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE);

    static Lease of(JsonObject state) {
        return new Lease(
                Objects.requireNonNullElse(state.text("terms"), ""),
                instant(state, "askedAt"),
                instant(state, "acceptedAt"),
                instant(state, "leaseEnds"),
                Objects.requireNonNullElse(state.integer("failures"), 0L),
                Objects.requireNonNullElse(state.text("lastStatus"), ""),
                instant(state, "nextAt"));
    }

    JsonObject state() {
        return Json.object()
                .with("terms", terms)
                .with("askedAt", text(askedAt))
                .with("acceptedAt", text(acceptedAt))
                .with("leaseEnds", text(ends))
                .with("failures", Json.of(failures))
                .with("lastStatus", status)
                .with("nextAt", text(next))
                .build();
    }

    /** A new channel is due at once, and so is one whose callback or secret is another now. */
    boolean isDue(String present, Instant now) {
        return next == null || !now.isBefore(next) || !terms.equals(present);
    }

    /**
     * What holds after the hub was asked.
     *
     * @param present what it was asked for
     */
    Lease after(Hub.Reply reply, String present, Instant now) {
        return switch (reply) {
            case Hub.Reply.Accepted(int code) ->
                    new Lease(
                            present,
                            now,
                            now,
                            now.plus(GRANTED),
                            0,
                            Integer.toString(code),
                            now.plus(RENEWED_AFTER));
            case Hub.Reply.Failed(var why, var retryAfter) ->
                    new Lease(
                            present,
                            now,
                            acceptedAt,
                            ends,
                            failures + 1,
                            why,
                            now.plus(BACKOFF.after(failures + 1, retryAfter)));
        };
    }

    /** Whole hours, at the least, for which the hub pushes; none before it has ever agreed. */
    long hoursLeft(Instant now) {
        return ends == null ? 0 : Math.max(0, Duration.between(now, ends).toHours());
    }

    private static @Nullable Instant instant(JsonObject state, String name) {
        var text = state.text(name);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.of(instant);
    }
}
