package earshot.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant LATER = Instant.parse("2026-11-21T09:00:00Z");

    /** As cursors were written before the kinds of walks had the names that they have now. */
    private static final String STORED =
            """
            {"heads": 7,
             "first": {"kind": "FIRST", "number": 0, "token": "p9", "pages": 8,
                       "above": "2026-01-01T00:00:00.000Z"},
             "head": {"kind": "HEAD", "number": 7, "pages": 0},
             "round": {"kind": "ROUND", "number": -1, "token": "p2", "pages": 1,
                       "above": "2026-11-20T00:00:00.000Z",
                       "inside": {"thread": "t", "token": "a2", "counted": 120}},
             "roundAt": "2026-11-20T09:00:00.000Z",
             "failures": 2}
            """;

    @Test
    void aCursorFromBeforeIsReadAndWrittenAsItWas() {
        var state = (JsonObject) Json.parse(STORED);
        var progress = Progress.read(state, LATER);
        assertThat(kind(progress.backfill())).isEqualTo(Walk.Kind.BACKFILL);
        assertThat(kind(progress.news())).isEqualTo(Walk.Kind.NEWS);
        assertThat(kind(progress.recheck())).isEqualTo(Walk.Kind.RECHECK);
        assertThat(progress.looks()).isEqualTo(7);
        assertThat(progress.recheckAt()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(progress.write()).isEqualTo(state);
    }

    @Test
    void aCursorOfAnotherVersionIsAFault() {
        var state = Json.parse(STORED.replace("\"ROUND\"", "\"SPIRAL\""));
        assertThatThrownBy(() -> Progress.read((JsonObject) state, LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountThatWasNeverLookedAtBeginsWithItsHistory() {
        var begun = Progress.read(Json.object().build(), LATER);
        assertThat(kind(begun.next())).isEqualTo(Walk.Kind.BACKFILL);
        assertThat(begun.recheckAt()).isEqualTo(LATER);
        assertThat(Progress.read(begun.write(), Instant.MAX)).isEqualTo(begun);
    }

    private static Walk.Kind kind(@Nullable Walk walk) {
        return Objects.requireNonNull(walk).kind();
    }
}
