package earshot.polling;

import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.polling.Walk.Kind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the walks over one account have come: what the cursor keeps.
 *
 * @param heads how many walks for what is new were begun
 * @param first null once it is done
 * @param head null while none is under way
 * @param round null while none is under way
 * @param roundAt when the next round begins
 * @param failures in a row
 */
record Progress(
        long heads,
        @Nullable Walk first,
        @Nullable Walk head,
        @Nullable Walk round,
        Instant roundAt,
        int failures) {

    /** Of an account that was never looked at. */
    static Progress begin(Instant roundAt) {
        return new Progress(0, Walk.first(), null, null, roundAt, 0);
    }

    static Progress read(JsonObject state, Instant roundAt) {
        var at = state.text("roundAt");
        return at == null
                ? begin(roundAt)
                : new Progress(
                        Objects.requireNonNullElse(state.integer("heads"), 0L),
                        Walk.read(state.get("first")),
                        Walk.read(state.get("head")),
                        Walk.read(state.get("round")),
                        Timestamp.parse(at),
                        Objects.requireNonNullElse(state.integer("failures"), 0L).intValue());
    }

    JsonObject write() {
        return Json.object()
                .with("heads", Json.of(heads))
                .with("first", first == null ? null : first.write())
                .with("head", head == null ? null : head.write())
                .with("round", round == null ? null : round.write())
                .with("roundAt", Timestamp.of(roundAt))
                .with("failures", failures == 0 ? null : Json.of(failures))
                .build();
    }

    /** With a look at what is new, and with a round if it is time: what is under way goes on. */
    Progress due(Instant now) {
        if (first != null && first.pages() == 0) {
            return this;
        }
        boolean looks = head == null;
        return new Progress(
                looks ? heads + 1 : heads,
                first,
                looks ? Walk.begin(Kind.HEAD, heads + 1) : head,
                round == null && !now.isBefore(roundAt) ? Walk.round() : round,
                roundAt,
                failures);
    }

    /** The walk that goes on next; null when all are done. */
    @Nullable Walk next() {
        if (head != null) {
            return head;
        }
        return round != null ? round : first;
    }

    Progress with(Walk walk) {
        return switch (walk.kind()) {
            case FIRST -> new Progress(heads, walk, head, round, roundAt, failures);
            case HEAD -> new Progress(heads, first, walk, round, roundAt, failures);
            case ROUND -> new Progress(heads, first, head, walk, roundAt, failures);
        };
    }

    Progress without(Walk walk, Instant nextRound) {
        return switch (walk.kind()) {
            case FIRST -> new Progress(heads, null, head, round, roundAt, failures);
            case HEAD -> new Progress(heads, first, null, round, roundAt, failures);
            case ROUND -> new Progress(heads, first, head, null, nextRound, failures);
        };
    }

    Progress failed(int inARow) {
        return new Progress(heads, first, head, round, roundAt, inARow);
    }
}
