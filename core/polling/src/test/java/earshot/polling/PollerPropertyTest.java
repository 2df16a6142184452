package earshot.polling;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Entry;
import earshot.domain.post.Activity;
import earshot.polling.Town.Tokens;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever happens between polls, and wherever a poll is stopped: when all is quiet again, what was
 * sent reads as the town does. But one thing: a post that was taken away after a stop, before it
 * was remembered, is not missed by anybody.
 */
class PollerPropertyTest {
    private static @Nullable LocalCloud cloud;

    @BeforeContainer
    static void start() {
        cloud = LocalCloud.start();
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(cloud).close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everythingSaidIsFiledAsItReadsNowAndWhatIsGoneIsDeleted(
            @ForAll long seed, @ForAll Tokens tokens) {
        var random = new Random(seed);
        var rig = rig(tokens);
        for (int minute = 0; minute < 15; minute++) {
            for (int i = random.nextInt(6); i > 0; i--) {
                happen(rig, random);
            }
            trouble(rig, random);
            rig.clock.advance(Rig.MINUTE.plusMillis(random.nextInt(1000)));
            pollAndStopSomewhere(rig, random);
        }
        quiet(rig);
        catchUp(rig);

        assertFiled(rig);
    }

    /** With rounds of one page: what is new must be found by what is new alone. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void noThreadIsLostThoughRoundsDoNotReachIt(@ForAll long seed, @ForAll Tokens tokens) {
        var random = new Random(seed);
        var rig = rig(tokens);
        rig.pace = Rig.pace(1);
        for (int i = 0; i < 20; i++) {
            rig.town.thread(rig.clock.instant().minusSeconds(3600L * i));
        }
        for (int minute = 0; minute < 15; minute++) {
            for (int i = random.nextInt(3) == 0 ? random.nextInt(25) : 0; i > 0; i--) {
                rig.clock.advance(Duration.ofMillis(1));
                rig.town.thread();
            }
            trouble(rig, random);
            rig.clock.advance(Rig.MINUTE);
            pollAndStopSomewhere(rig, random);
        }
        quiet(rig);
        catchUp(rig);

        assertThat(rig.files.entries().keySet()).isEqualTo(rig.town.said.keySet());
    }

    private static Rig rig(Tokens tokens) {
        return new Rig(Objects.requireNonNull(cloud), tokens);
    }

    private static void happen(Rig rig, Random random) {
        var town = rig.town;
        var alive = town.alive();
        int what = alive.isEmpty() ? 0 : random.nextInt(10);
        var post = alive.isEmpty() ? null : alive.get(random.nextInt(alive.size()));
        if (post == null || what < 4) {
            town.thread();
        } else if (what < 7) {
            town.answer(post.root);
        } else if (what == 7) {
            town.edit(post.id);
        } else if (what == 8) {
            town.remove(post.id, rig.remembered());
        } else {
            town.thread(rig.clock.instant().minusSeconds(random.nextInt(10_000)));
        }
    }

    private static void trouble(Rig rig, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> rig.town.refusals.add(new Refusal.Later("busy", null));
            case 1 -> rig.town.forgetTokens();
            case 2 -> rig.files.takes = random.nextInt(4);
            case 3 -> rig.town.refusals.add(new Refusal.Missing("none"));
            default -> {}
        }
    }

    private static void quiet(Rig rig) {
        rig.town.refusals.clear();
        rig.files.takes = null;
        rig.clock.advance(Duration.ofHours(2));
    }

    /** A round every other poll, and time enough for what was put off. */
    private static void catchUp(Rig rig) {
        for (int i = 0; i < 8; i++) {
            rig.clock.advance(Rig.MINUTE.multipliedBy(3));
            rig.poll();
        }
    }

    private static void pollAndStopSomewhere(Rig rig, Random random) {
        if (random.nextBoolean()) {
            rig.poll();
            return;
        }
        int calls = random.nextInt(30);
        var fragile = new Fragile(rig.town, random.nextInt(12));
        try {
            CallTap.endsWithin(calls, () -> rig.poll(fragile));
        } catch (Fragile.Stopped _) {
            // The next invocation finds what this one left.
        }
    }

    private static void assertFiled(Rig rig) {
        var entries = rig.files.entries();
        for (var said : rig.town.alive()) {
            assertThat(entries).as(said.id).containsKey(said.id);
            var entry = entries.get(said.id);
            assertThat(entry).isNotNull().extracting(Entry::text).as(said.id).isEqualTo(said.text);
            assertThat(entry).extracting(Entry::isLive).as(said.id).isEqualTo(true);
        }
        for (var entry : entries.values()) {
            var said = rig.town.of(entry.id().value());
            if (said.removed && said.wasRemembered) {
                assertThat(entry.isLive()).as(said.id).isFalse();
            }
        }
        sentAgainUnchanged(rig.files.published());
        quietRoundSendsNothing(rig);
    }

    /** Less the text, which may have been edited: then the edit was sent too. */
    private static void sentAgainUnchanged(List<Activity.Published> published) {
        Map<String, Set<Object>> first = new HashMap<>();
        for (var post : published) {
            Set<Object> content =
                    Set.of(
                            post.post().published().at(),
                            post.post().backfilled(),
                            post.post().placement());
            first.putIfAbsent(post.id().value(), content);
            assertThat(content).isEqualTo(first.get(post.id().value()));
        }
    }

    private static void quietRoundSendsNothing(Rig rig) {
        int sent = rig.files.sent.size();
        catchUp(rig);
        assertThat(rig.files.sent).hasSize(sent);
    }
}
