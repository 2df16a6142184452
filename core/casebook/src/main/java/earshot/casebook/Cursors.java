package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where scheduled functions keep how far they have come: a cursor for each account, held by one
 * invocation at a time; the day's quota of a network's API; and what an account's newest posts
 * looked like.
 */
public final class Cursors {
    private static final Duration KEPT = Duration.ofDays(8);
    private static final JsonObject NOTHING = Json.object().build();

    private final Table table;

    Cursors(Table table) {
        this.table = table;
    }

    /** The pause that somebody has given a function: while it lasts, nobody takes an account. */
    public Optional<Pauses.Pause> pause(String function, Instant now) {
        return new Pauses(table).find(function, now);
    }

    /**
     * Takes an account for one invocation. The first time ever makes its cursor.
     *
     * @param holder a name that no other invocation has
     * @param lease longer than the invocation can last: after it, another may take the account
     * @return empty while another holds it, before it is due again, and while the function is
     *     paused
     */
    public Optional<Cursor> take(
            String function, String account, String holder, Instant now, Duration lease) {
        if (pause(function, now).isPresent()) {
            return Optional.empty();
        }
        return table.update(
                        Keys.cursor(function, account),
                        "SET connectedAt = if_not_exists(connectedAt, :now), leaseUntil = :until,"
                                + " leaseBy = :holder, rev = if_not_exists(rev, :none) + :one",
                        "(attribute_not_exists(leaseUntil) OR leaseUntil <= :now)"
                                + " AND (attribute_not_exists(nextAt) OR nextAt <= :now)",
                        Map.of(),
                        Map.of(
                                ":now", ItemJson.text(Timestamp.of(now)),
                                ":until", ItemJson.text(Timestamp.of(now.plus(lease))),
                                ":holder", ItemJson.text(holder),
                                ":none", ItemJson.number(0),
                                ":one", ItemJson.number(1)))
                .map(item -> cursor(function, account, holder, item));
    }

    /**
     * A cursor as it lies there, whoever holds it.
     *
     * @param nextAt when the account is due again; null before the first invocation has ended
     */
    public record StoredCursor(String account, @Nullable Instant nextAt, JsonObject state) {}

    /** All cursors of a function, for whoever looks after it. */
    public List<StoredCursor> of(String function) {
        var key = Keys.cursor(function, "any");
        return table.query(key.pk())
                .filter(item -> item.has("connectedAt"))
                .map(
                        item ->
                                new StoredCursor(
                                        Attributes.text(item, Keys.SK),
                                        Attributes.maybeInstant(item, "nextAt"),
                                        item.get("state") instanceof JsonObject state
                                                ? state
                                                : NOTHING))
                .toList();
    }

    /**
     * Keeps the state and the lease.
     *
     * @return the cursor as it is now; empty when another invocation has taken the account over:
     *     then nothing was written, and nothing more may be
     */
    public Optional<Cursor> save(Cursor cursor, JsonObject state) {
        return write(cursor, state, "SET #s = :state, rev = :next", Map.of());
    }

    /**
     * Keeps the state and gives the account back.
     *
     * @param nextAt before which nobody takes it
     * @return whether the account was still held
     */
    public boolean release(Cursor cursor, JsonObject state, Instant nextAt) {
        return write(
                        cursor,
                        state,
                        "SET #s = :state, rev = :next, nextAt = :at REMOVE leaseUntil, leaseBy",
                        Map.of(":at", ItemJson.text(Timestamp.of(nextAt))))
                .isPresent();
    }

    private Optional<Cursor> write(
            Cursor cursor, JsonObject state, String expression, Map<String, AttributeValue> more) {
        var values =
                new HashMap<>(
                        Map.of(
                                ":state", ItemJson.value(state),
                                ":holder", ItemJson.text(cursor.holder()),
                                ":rev", ItemJson.number(cursor.rev()),
                                ":next", ItemJson.number(cursor.rev() + 1)));
        values.putAll(more);
        return table.update(
                        Keys.cursor(cursor.function(), cursor.account()),
                        expression,
                        "leaseBy = :holder AND rev = :rev",
                        Map.of("#s", "state"),
                        values)
                .map(item -> cursor(cursor.function(), cursor.account(), cursor.holder(), item));
    }

    private static Cursor cursor(String function, String account, String holder, JsonObject item) {
        return new Cursor(
                function,
                account,
                holder,
                Attributes.instant(item, "connectedAt"),
                Attributes.number(item, "rev", 0),
                item.get("state") instanceof JsonObject state ? state : NOTHING);
    }

    /**
     * Counts units of a network's API before they are used: what is counted and then not used is
     * lost, never the reverse.
     *
     * @param day as the network counts days
     * @param atMost that may be used of the day by now
     * @return all that is used of the day with these; empty when they may not be used
     */
    public OptionalLong spend(String function, LocalDate day, int units, long atMost) {
        if (units > atMost) {
            return OptionalLong.empty();
        }
        return table.update(
                        Keys.quota(function, day),
                        "SET expiresAt = :expires ADD used :units",
                        "attribute_not_exists(exhausted)"
                                + " AND (attribute_not_exists(used) OR used <= :room)",
                        Map.of(),
                        Map.of(
                                ":expires", ItemJson.number(expiry(day)),
                                ":units", ItemJson.number(units),
                                ":room", ItemJson.number(atMost - units)))
                .map(item -> OptionalLong.of(Attributes.number(item, "used", 0)))
                .orElse(OptionalLong.empty());
    }

    /** The network says that the day's quota is used up, whatever was counted here. */
    public void exhaust(String function, LocalDate day) {
        table.update(
                Keys.quota(function, day),
                "SET expiresAt = :expires, exhausted = :yes",
                null,
                Map.of(),
                Map.of(
                        ":expires", ItemJson.number(expiry(day)),
                        ":yes", ItemJson.value(Json.of(true))));
    }

    private static long expiry(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).plus(KEPT).toEpochSecond();
    }

    /** What is remembered of an account's posts, by their id. */
    public Map<String, Seen> seen(String function, String account) {
        var seen = new HashMap<String, Seen>();
        table.query(Keys.seen(function, account), Keys.SEEN)
                .forEach(item -> seen.putAll(SeenBucket.read(item)));
        return seen;
    }

    /**
     * Puts what is remembered now in the place of what was. Only what changed is written; what a
     * later holder has written stays.
     *
     * @param cursor as the last save returned it
     */
    public void remember(Cursor cursor, Map<String, Seen> before, Map<String, Seen> after) {
        var was = SeenBucket.split(before);
        var is = SeenBucket.split(after);
        for (int bucket = 0; bucket < SeenBucket.COUNT; bucket++) {
            var posts = is.getOrDefault(bucket, Map.of());
            if (!posts.equals(was.getOrDefault(bucket, Map.of()))) {
                var key = Keys.seen(cursor.function(), cursor.account(), bucket);
                table.putUpTo(key, SeenBucket.write(posts, cursor.rev()), "rev", cursor.rev());
            }
        }
    }
}
