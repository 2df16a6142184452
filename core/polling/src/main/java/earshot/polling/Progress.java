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
 * @param looks how many walks for what is new were begun
 * @param backfill null once it is done
 * @param news null while none is under way
 * @param recheck null while none is under way
 * @param recheckAt when the next re-check begins
 * @param failures in a row
 */
record Progress(
        long looks,
        @Nullable Walk backfill,
        @Nullable Walk news,
        @Nullable Walk recheck,
        Instant recheckAt,
        int failures) {

    /** Of an account that was never looked at. */
    static Progress begin(Instant recheckAt) {
        return new Progress(0, Walk.backfill(), null, null, recheckAt, 0);
    }

    static Progress read(JsonObject state, Instant recheckAt) {
        var at = state.text("roundAt");
        return at == null
                ? begin(recheckAt)
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
                .with("heads", Json.of(looks))
                .with("first", backfill == null ? null : backfill.write())
                .with("head", news == null ? null : news.write())
                .with("round", recheck == null ? null : recheck.write())
                .with("roundAt", Timestamp.of(recheckAt))
                .with("failures", failures == 0 ? null : Json.of(failures))
                .build();
    }

    /** With a look at what is new, and with a re-check if it is time: what is under way goes on. */
    Progress due(Instant now) {
        if (backfill != null && backfill.pages() == 0) {
            return this;
        }
        boolean begins = news == null;
        return new Progress(
                begins ? looks + 1 : looks,
                backfill,
                begins ? Walk.begin(Kind.NEWS, looks + 1) : news,
                recheck == null && !now.isBefore(recheckAt) ? Walk.recheck() : recheck,
                recheckAt,
                failures);
    }

    /** The walk that goes on next; null when all are done. */
    @Nullable Walk next() {
        if (news != null) {
            return news;
        }
        return recheck != null ? recheck : backfill;
    }

    Progress with(Walk walk) {
        return switch (walk.kind()) {
            case BACKFILL -> new Progress(looks, walk, news, recheck, recheckAt, failures);
            case NEWS -> new Progress(looks, backfill, walk, recheck, recheckAt, failures);
            case RECHECK -> new Progress(looks, backfill, news, walk, recheckAt, failures);
        };
    }

    Progress without(Walk walk, Instant nextRecheck) {
        return switch (walk.kind()) {
            case BACKFILL -> new Progress(looks, null, news, recheck, recheckAt, failures);
            case NEWS -> new Progress(looks, backfill, null, recheck, recheckAt, failures);
            case RECHECK -> new Progress(looks, backfill, news, null, nextRecheck, failures);
        };
    }

    Progress failed(int inARow) {
        return new Progress(looks, backfill, news, recheck, recheckAt, inARow);
    }
}
