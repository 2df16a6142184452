package earshot.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalCloudExtension.class)
class CursorsTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");
    private static final String POLLER = "town-comments";
    private static final String US = "UC#ours";

    private final LocalCloud cloud;
    private final Cursors cursors;

    CursorsTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.cursors = new CaseTable(cloud.dynamoDb(), cloud.table()).cursors();
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @Test
    void anAccountIsHeldByOneAtATimeAndFreeWhenItsLeaseIsOver() {
        var first = take("a", NOON).orElseThrow();

        assertThat(first.state()).isEqualTo(Json.object().build());
        assertThat(first.connectedAt()).isEqualTo(NOON);
        assertThat(take("b", NOON.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(take("b", NOON.plus(LEASE)).orElseThrow().connectedAt()).isEqualTo(NOON);
        assertThat(cursors.take(POLLER, "UC.other", "b", NOON, LEASE)).isPresent();
        assertThat(cursors.take("town-lease", US, "b", NOON, LEASE)).isPresent();
    }

    @Test
    void nobodyTakesAnAccountOfAPausedFunction() {
        var pauses = new CaseTable(cloud.dynamoDb(), cloud.table()).pauses();
        var end = NOON.plusSeconds(60);
        pauses.put(new Pauses.Pause(POLLER, end, "ann"));

        assertThat(take("a", end.minusMillis(1))).isEmpty();
        assertThat(cursors.take("town-lease", US, "b", NOON, LEASE)).isPresent();
        assertThat(take("a", end)).isPresent();

        pauses.put(new Pauses.Pause(POLLER, end, "ann"));
        assertThat(pauses.end(POLLER, "bo", NOON)).isPresent();
        assertThat(pauses.end(POLLER, "bo", NOON)).isEmpty();
        assertThat(pauses.find(POLLER, NOON)).isEmpty();
    }

    @Test
    void whatIsGivenBackIsTakenAgainWhenItIsDueWithTheStateThatWasLeft() {
        var next = NOON.plusSeconds(30);
        var held = take("a", NOON).orElseThrow();
        var saved = cursors.save(held, state("one")).orElseThrow();

        assertThat(cursors.release(saved, state("two"), next)).isTrue();

        assertThat(take("b", next.minusMillis(1))).isEmpty();
        assertThat(take("b", next).orElseThrow().state()).isEqualTo(state("two"));
    }

    @Test
    void whoWasTakenOverWritesNothingMore() {
        var lost = take("a", NOON).orElseThrow();
        var later = NOON.plus(LEASE);
        var heir = take("a", later).orElseThrow();

        assertThat(cursors.save(lost, state("lost"))).isEmpty();
        assertThat(cursors.release(lost, state("lost"), later)).isFalse();

        var saved = cursors.save(heir, state("heir")).orElseThrow();
        assertThat(saved.state()).isEqualTo(state("heir"));
        assertThat(cursors.save(heir, state("twice"))).isEmpty();
        assertThat(cursors.release(saved, state("heir"), later)).isTrue();
        assertThat(cursors.save(saved, state("given back"))).isEmpty();
    }

    @Test
    void aDaysUnitsAreSpentUpToWhatIsAllowedByNow() {
        assertThat(cursors.spend(POLLER, DAY, 3, 5)).isEqualTo(OptionalLong.of(3));
        assertThat(cursors.spend(POLLER, DAY, 3, 5)).isEmpty();
        assertThat(cursors.spend(POLLER, DAY, 2, 5)).isEqualTo(OptionalLong.of(5));
        assertThat(cursors.spend(POLLER, DAY, 1, 5)).isEmpty();
        assertThat(cursors.spend(POLLER, DAY, 1, 6)).isEqualTo(OptionalLong.of(6));
        assertThat(cursors.spend(POLLER, DAY.plusDays(1), 6, 5)).isEmpty();
        assertThat(cursors.spend(POLLER, DAY.plusDays(1), 5, 5)).isEqualTo(OptionalLong.of(5));
    }

    @Test
    void anExhaustedDayGivesNothingMoreAndTheNextOneDoes() {
        cursors.exhaust(POLLER, DAY);

        assertThat(cursors.spend(POLLER, DAY, 1, 10_000)).isEmpty();
        assertThat(cursors.spend(POLLER, DAY.plusDays(1), 1, 10_000)).isPresent();
        var expires = Instant.parse("2026-11-26T00:00:00Z").getEpochSecond();
        assertThat(item("CURSOR:" + POLLER, "QUOTA#2026-11-18"))
                .containsEntry("expiresAt", AttributeValue.fromN("" + expires));
    }

    @Test
    void whatWasSeenIsReadAsItWasWrittenAndOnlyItsChangedBucketsAre() {
        var seen = new HashMap<String, Seen>();
        for (int i = 0; i < 100; i++) {
            seen.put("p" + i, new Seen("f" + i, NOON.plusSeconds(i), i % 3, "p" + i / 2, i % 4));
        }
        var cursor = take("a", NOON).orElseThrow();
        assertThat(writes(cursor, Map.of(), seen)).isEqualTo(16);
        assertThat(cursors.seen(POLLER, US)).isEqualTo(seen);

        var edited = new HashMap<>(seen);
        edited.put("p7", new Seen("other", NOON, 0, "p7", 0));
        edited.remove("p7 ");
        assertThat(writes(cursor, seen, edited)).isEqualTo(1);
        assertThat(writes(cursor, edited, edited)).isZero();
        assertThat(cursors.seen(POLLER, US)).isEqualTo(edited);
        assertThat(cursors.seen(POLLER, "UC.other")).isEmpty();

        cursors.remember(cursor, edited, Map.of());
        assertThat(cursors.seen(POLLER, US)).isEmpty();
    }

    @Test
    void whatALaterHolderHasSeenStays() {
        var lost = take("a", NOON).orElseThrow();
        var heir = take("b", NOON.plus(LEASE)).orElseThrow();
        var seen = Map.of("p", new Seen("new", NOON, 0, "p", 0));
        cursors.remember(heir, Map.of(), seen);

        cursors.remember(lost, Map.of(), Map.of("p", new Seen("old", NOON, 0, "p", 0)));

        assertThat(cursors.seen(POLLER, US)).isEqualTo(seen);
    }

    private int writes(Cursor cursor, Map<String, Seen> before, Map<String, Seen> after) {
        var recording = CallTap.record(() -> cursors.remember(cursor, before, after));
        return recording.writes().size();
    }

    private Optional<Cursor> take(String holder, Instant now) {
        return cursors.take(POLLER, US, holder, now, LEASE);
    }

    private static JsonObject state(String word) {
        return Json.object().with("token", word).build();
    }

    private Map<String, AttributeValue> item(String pk, String sk) {
        var key = Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
        return cloud.dynamoDb().getItem(r -> r.tableName(cloud.table()).key(key)).item();
    }
}
