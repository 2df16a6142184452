package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.json.Json;
import java.time.Instant;
import java.util.Optional;

/** Scheduled functions that somebody has paused: they are called and do nothing. */
public final class Pauses {
    private final Table table;

    Pauses(Table table) {
        this.table = table;
    }

    /**
     * A pause.
     *
     * @param function the folder's name
     */
    public record Pause(String function, Instant until, String by) {}

    /** Pauses a function, or pauses it anew until another instant. */
    public void put(Pause pause) {
        table.put(
                Keys.pause(pause.function()),
                Json.object()
                        .with("function", pause.function())
                        .with("until", Timestamp.of(pause.until()))
                        .with("by", pause.by())
                        .with("expiresAt", Json.of(pause.until().getEpochSecond()))
                        .build());
    }

    /**
     * Ends a pause.
     *
     * @return empty when the function was not paused
     */
    public Optional<Pause> end(String function, String by, Instant now) {
        var paused = find(function, now);
        paused.ifPresent(pause -> put(new Pause(function, now, by)));
        return paused;
    }

    /** The pause that a function is in. */
    public Optional<Pause> find(String function, Instant now) {
        return table.get(Keys.pause(function))
                .map(
                        item ->
                                new Pause(
                                        Attributes.text(item, "function"),
                                        Attributes.instant(item, "until"),
                                        Attributes.text(item, "by")))
                .filter(pause -> now.isBefore(pause.until()));
    }
}
