package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Mute;
import earshot.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which teams are told nothing, and until when. */
public final class Mutes {
    /**
     * For so long after a mute was changed whatever is held is looked at again: a notice that was
     * being held while it was changed is not left behind by an index that lags.
     */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    /** Items that are over stay for a while, for people; DynamoDB takes them away. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Table table;

    Mutes(Table table) {
        this.table = table;
    }

    /** Mutes a team, or mutes it anew until another instant. */
    public void put(Mute mute) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":team", ItemJson.text(mute.team()));
        values.put(":until", ItemJson.text(Timestamp.of(mute.until())));
        values.put(":by", ItemJson.text(mute.by()));
        values.put(":at", ItemJson.text(Timestamp.of(mute.at())));
        values.put(":expires", ItemJson.number(mute.until().plus(KEPT).getEpochSecond()));
        var why = mute.why();
        if (why != null) {
            values.put(":why", ItemJson.text(why));
        }
        table.update(
                Keys.mute(mute.team()),
                "SET team = :team, #until = :until, #by = :by, #at = :at, expiresAt = :expires"
                        + (why == null ? " REMOVE why" : ", why = :why"),
                null,
                Map.of("#until", "until", "#by", "by", "#at", "at"),
                values);
    }

    /**
     * Ends a team's mute.
     *
     * @return empty when the team was not muted
     */
    public Optional<Mute> end(String team, String by, Instant now) {
        return table.update(
                        Keys.mute(team),
                        "SET #until = :now, #by = :by, #at = :now, expiresAt = :expires",
                        "#until > :now",
                        Map.of("#until", "until", "#by", "by", "#at", "at"),
                        Map.of(
                                ":now", ItemJson.text(Timestamp.of(now)),
                                ":by", ItemJson.text(by),
                                ":expires", ItemJson.number(now.plus(KEPT).getEpochSecond())))
                .map(Mutes::mute);
    }

    /** The teams that are told nothing now. */
    public List<Mute> inForce(Instant now) {
        return all().stream().filter(mute -> mute.isInForce(now)).toList();
    }

    /** Whether somebody has lately ended a mute or given one another end. */
    public boolean areSettling(Instant now) {
        return all().stream().anyMatch(mute -> now.isBefore(mute.at().plus(SETTLING)));
    }

    private List<Mute> all() {
        return table.query(Keys.SETTINGS, Keys.MUTE).map(Mutes::mute).toList();
    }

    private static Mute mute(JsonObject item) {
        return new Mute(
                Attributes.text(item, "team"),
                Attributes.instant(item, "until"),
                Attributes.text(item, "by"),
                Attributes.instant(item, "at"),
                item.text("why"));
    }
}
