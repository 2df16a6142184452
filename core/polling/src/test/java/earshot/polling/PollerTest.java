package earshot.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.casebook.Pauses;
import earshot.domain.Timestamp;
import earshot.domain.cases.Entry;
import earshot.json.Json;
import earshot.polling.Town.Tokens;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.webhook.ReadFault;
import earshot.webhook.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class PollerTest {
    private static final Duration NO_ROUND = Duration.ofDays(9);

    private final LocalCloud cloud;
    private final Rig rig;
    private final Town town;
    private final Files files;

    PollerTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new Rig(cloud, Tokens.KEYED);
        this.town = rig.town;
        this.files = rig.files;
    }

    @Test
    void theFirstWalkBringsHistoryAndWhatComesAfterwardsIsNone() {
        town.thread(Rig.NOON.minusSeconds(60));
        rig.poll();
        rig.clock.advance(Rig.MINUTE);
        town.thread();
        rig.poll();

        assertThat(files.published())
                .extracting(p -> p.post().backfilled())
                .containsExactly(true, false);
        assertThat(rig.outcome()).isEqualTo("done");
        assertThat(rig.line().integer("appeared")).isEqualTo(1);
        assertThat(rig.line().integer("units")).isEqualTo(1);
    }

    @Test
    void aPausedPollerAsksNothingAndSaysSo() {
        town.thread();
        var until = Rig.NOON.plus(Rig.MINUTE);
        rig.table.pauses().put(new Pauses.Pause(rig.function, until, "ann"));

        rig.poll();
        assertThat(files.sent).isEmpty();
        assertThat(rig.log.toString(UTF_8))
                .contains("\"paused\"", Timestamp.of(until))
                .doesNotContain("polled");

        rig.clock.moveTo(until);
        rig.poll();
        assertThat(rig.outcome()).isEqualTo("done");
    }

    @Test
    void whatIsKnownIsNothingAndWhatReadsOtherwiseIsAnEdit() {
        var id = town.thread();
        rig.minutes(3);
        assertThat(files.sent).hasSize(1);

        town.edit(id);
        rig.minutes(3);

        assertThat(files.sent).hasSize(2);
        assertThat(entry(id).text()).isEqualTo("hello from t0!");
    }

    /** The first reading of a post stays, so the one that was sent before the stop would. */
    @Test
    void aPostThatIsEditedAfterAStopReadsAsItDoesNow() {
        var id = town.thread();
        stopBeforeTheCursorIsSaved();
        assertThat(files.published()).hasSize(1);

        rig.clock.advance(Rig.MINUTE.multipliedBy(2));
        town.edit(id);
        rig.poll();

        assertThat(files.published()).hasSize(2);
        assertThat(entry(id).text()).isEqualTo("hello from t0!");
    }

    /** Page one is known when the walk begins again, and page two was never asked for. */
    @Test
    void aWalkThatBeginsAgainDoesNotStopAtWhatItBroughtItself() {
        town.thread();
        rig.minutes(2);
        rig.pace = Rig.pace(1);
        for (int i = 0; i < 9; i++) {
            rig.clock.advance(Duration.ofMillis(1));
            town.thread();
        }
        rig.clock.advance(Rig.MINUTE);
        rig.poll(new Fragile(town, 100).refusing(2, new Refusal.Later("busy", null)));
        assertThat(files.published()).hasSize(4);
        town.forgetTokens();
        rig.minutes(5);

        assertThat(files.entries()).hasSize(10);
    }

    /** A round of one page meets the newest of a storm that began after the look. */
    @Test
    void whatARoundBroughtDoesNotEndTheNextLook() {
        rig.pace = Rig.pace(1);
        town.thread();
        rig.minutes(4);
        rig.clock.advance(Rig.MINUTE.multipliedBy(2));
        rig.poll(
                new Fragile(town, 100)
                        .meanwhile(
                                2,
                                () -> {
                                    for (int i = 0; i < 7; i++) {
                                        rig.clock.advance(Duration.ofMillis(1));
                                        town.thread();
                                    }
                                }));
        assertThat(files.published()).hasSize(4);
        rig.minutes(1);

        assertThat(files.entries()).hasSize(8);
    }

    @Test
    void onlyWhatTheNetworkDeniesIsGone() {
        var kept = town.thread();
        rig.clock.advance(Duration.ofSeconds(1));
        var hidden = town.thread();
        rig.clock.advance(Duration.ofSeconds(1));
        var gone = town.thread();
        rig.poll();
        town.remove(gone, rig.remembered());
        rig.minutes(6);
        assertThat(entry(gone).isLive()).isFalse();
        assertThat(entry(kept).isLive()).isTrue();

        rig.poll(new Fragile(town, 100).hiding(hidden));
        rig.clock.advance(Duration.ofMinutes(6));
        rig.poll(new Fragile(town, 100).hiding(hidden));

        assertThat(town.goneAsked).isEqualTo(2);
        assertThat(entry(hidden).isLive()).isTrue();
        assertThat(files.published()).hasSize(3);
    }

    @Test
    void anAnswerThatIsGoneIsFoundByTheThreadsCount() {
        var root = town.thread();
        var first = town.answer(root);
        rig.clock.advance(Rig.MINUTE);
        for (int i = 0; i < 5; i++) {
            town.answer(root);
        }
        rig.minutes(2);
        assertThat(files.published()).hasSize(7);

        town.remove(first, rig.remembered());
        rig.minutes(1);

        assertThat(entry(first).isLive()).isFalse();
        assertThat(files.sent).hasSize(8);
    }

    /** One answer came and another went: the thread's count says nothing. */
    @Test
    void aRoundFindsAnswersThatLeaveTheirNumberAsItWas() {
        var root = town.thread();
        var first = town.answer(root);
        for (int i = 0; i < 5; i++) {
            town.answer(root);
        }
        rig.minutes(2);
        town.remove(first, rig.remembered());
        town.edit(town.answer(root));
        rig.minutes(8);

        assertThat(files.entries()).hasSize(8);
        assertThat(entry(first).isLive()).isFalse();
    }

    @Test
    void whereNobodyMayCommentNothingVanishesAndItIsAskedAgainInAnHour() {
        var id = town.thread();
        rig.poll();
        rig.clock.advance(Rig.MINUTE);
        town.remove(id, rig.remembered());
        town.refusals.add(new Refusal.Closed("comments are off"));
        rig.poll();
        assertThat(rig.outcome()).isEqualTo("comments are off");

        int asked = town.asked;
        rig.minutes(59);
        assertThat(town.asked).isEqualTo(asked);
        assertThat(entry(id).isLive()).isTrue();
        rig.minutes(1);
        assertThat(town.asked).isGreaterThan(asked);
    }

    @Test
    void whoDoesNotAnswerIsAskedLessAndLessOften() {
        for (int i = 0; i < 20; i++) {
            town.refusals.add(new Refusal.Later("busy", null));
        }
        rig.minutes(30);

        assertThat(town.asked).isBetween(4, 6);
        assertThat(rig.outcome()).isEqualTo("busy");
        assertThat(files.sent).isEmpty();
    }

    @Test
    void whoAsksUsToWaitIsLeftInPeaceThatLong() {
        town.refusals.add(new Refusal.Later("busy", Duration.ofMinutes(10)));
        rig.minutes(10);
        assertThat(town.asked).isEqualTo(1);
        rig.minutes(1);
        assertThat(town.asked).isEqualTo(2);
    }

    @Test
    void ofTwoPollsAtOnceOnePolls() {
        town.thread();
        rig.poll(new Fragile(town, 100).meanwhile(1, rig::poll));

        assertThat(town.asked).isEqualTo(1);
        assertThat(files.published()).hasSize(1);
    }

    @Test
    void whoWasTakenOverWritesNothingMore() {
        for (int i = 0; i < 7; i++) {
            town.thread(Rig.NOON.minusSeconds(i));
        }
        var sleepy = new Fragile(town, 100);
        sleepy.meanwhile(
                1,
                () -> {
                    rig.clock.advance(Duration.ofSeconds(91));
                    rig.poll();
                    rig.minutes(1);
                });
        var before = rig.table.cursors();
        rig.poll(sleepy);

        assertThat(rig.outcome()).isEqualTo("taken over");
        assertThat(before.seen(rig.function, Town.US)).hasSize(7);
        int sent = files.sent.size();
        rig.minutes(10);
        assertThat(files.sent).hasSize(sent);
    }

    @Test
    void whatTimeDoesNotSufficeForGoesOnWhereItWas() {
        for (int i = 0; i < 30; i++) {
            town.thread(Rig.NOON.minusSeconds(i));
        }
        var slow = new Fragile(town, 1000).taking(rig.clock, Duration.ofSeconds(10));
        rig.poll(slow);
        assertThat(rig.outcome()).isEqualTo("out of time");
        assertThat(files.published()).hasSize(12);
        for (int i = 0; i < 4; i++) {
            rig.clock.advance(Rig.MINUTE);
            rig.poll(slow);
        }

        assertThat(files.published()).hasSize(30);
    }

    /** Also an answer that came meanwhile, onto a page that lies behind: no round helps here. */
    @Test
    void aThreadTooLongForOneInvocationGoesOnWhereItWas() {
        rig.pace = Rig.pace(1, NO_ROUND);
        var root = town.thread();
        for (int i = 0; i < 40; i++) {
            town.answer(root);
        }
        var slow = new Fragile(town, 1000).taking(rig.clock, Duration.ofSeconds(5));
        rig.poll(slow);
        assertThat(files.entries().size()).isBetween(10, 20);
        rig.clock.advance(Rig.MINUTE);
        for (int i = 0; i < 4; i++) {
            town.answer(root);
        }
        for (int i = 0; i < 12; i++) {
            rig.clock.advance(Rig.MINUTE);
            rig.poll(slow);
        }

        assertThat(files.entries()).hasSize(45);
        assertThat(files.published().size()).isLessThan(60);
    }

    @Test
    void whatCannotBeReadIsKeptOnce() {
        town.thread();
        town.noise.add(new Unreadable(ReadFault.NO_JSON, Json.object().with("text", "?").build()));
        rig.minutes(8);

        assertThat(files.quarantined).hasSize(1);
        assertThat(files.published()).hasSize(1);
    }

    @Test
    void unitsAreSpreadOverTheDayAndWhatIsNewGoesFirst() {
        rig.clock.moveTo(Instant.parse("2026-11-18T08:00:00Z"));
        rig.daily = 80;
        rig.pace = PollSchedule.eachMinute(1, rig.daily);
        for (int i = 0; i < 45; i++) {
            town.thread(Rig.NOON.minusSeconds(3600 * 24 + i));
        }
        rig.poll();
        assertThat(rig.outcome()).isEqualTo("rationed");
        assertThat(town.asked).isEqualTo(7);

        rig.minutes(1);
        rig.clock.advance(Duration.ofMinutes(28));
        rig.minutes(1);
        assertThat(town.asked).as("a look, and nothing for the first walk").isEqualTo(8);
        for (int i = 0; i < 93; i++) {
            rig.clock.advance(Duration.ofMinutes(14));
            rig.minutes(1);
        }
        assertThat(town.asked).isBetween(60, 80);
        assertThat(files.published()).hasSize(45);
    }

    @Test
    void whenTheNetworkSaysThatTheDayIsSpentItIs() {
        town.thread();
        town.refusals.add(new Refusal.Spent("quota exceeded"));
        rig.poll();
        assertThat(rig.outcome()).isEqualTo("quota exceeded");

        rig.minutes(60);
        assertThat(town.asked).isEqualTo(1);
        rig.clock.moveTo(Instant.parse("2026-11-19T08:00:00Z"));
        rig.poll();
        assertThat(files.published()).hasSize(1);
    }

    @Test
    void aFaultInTheFeedIsLoggedAndLeavesTheAccountToTheNext() {
        town.thread();
        rig.poll(new Fragile(town, 100).failing());
        assertThat(rig.line().text("decision")).isEqualTo("broken");

        rig.minutes(2);
        assertThat(files.published()).hasSize(1);
    }

    @Test
    void stoppedBeforeAnyOfItsCallsItLosesNothing() {
        boolean ended = false;
        for (int calls = 0; !ended; calls++) {
            var at = new Rig(cloud, Tokens.KEYED);
            int allowed = calls;
            story(at);
            ended = CallTap.endsWithin(allowed, at::poll);
            holds(at);
        }
    }

    @Test
    void stoppedBeforeOrAfterAnyQuestionItLosesNothing() {
        boolean ended = false;
        for (int steps = 0; !ended; steps++) {
            var at = new Rig(cloud, Tokens.KEYED);
            story(at);
            try {
                at.poll(new Fragile(at.town, steps));
                ended = true;
            } catch (Fragile.Stopped _) {
                // The next poll finds what this one left.
            }
            holds(at);
        }
    }

    @Test
    void stoppedBeforeOrAfterItSendsItLosesNothing() {
        boolean ended = false;
        for (int steps = 0; !ended; steps++) {
            var at = new Rig(cloud, Tokens.KEYED);
            story(at);
            at.files.stopsAt = steps;
            try {
                at.poll();
                ended = true;
            } catch (Fragile.Stopped _) {
                // The next poll finds what this one left.
            }
            at.files.stopsAt = null;
            holds(at);
        }
    }

    /** Old threads are known; new ones, answers, an edit and a removal are not. */
    private static void story(Rig rig) {
        rig.pace = Rig.pace(100, NO_ROUND);
        for (int i = 0; i < 4; i++) {
            rig.town.thread(Rig.NOON.minusSeconds(i));
        }
        rig.minutes(2);
        for (int i = 0; i < 4; i++) {
            rig.clock.advance(Duration.ofSeconds(1));
            rig.town.answer(rig.town.thread());
        }
        for (int i = 0; i < 5; i++) {
            rig.town.answer("t0");
        }
        rig.town.edit("t1");
        rig.town.remove("t2", rig.remembered());
        rig.clock.advance(Rig.MINUTE);
    }

    /** What is new comes without a round, which would mend what was lost; the rest by one. */
    private static void holds(Rig rig) {
        rig.clock.advance(Rig.MINUTE);
        rig.minutes(3);
        assertThat(rig.files.entries().keySet()).isEqualTo(rig.town.said.keySet());
        rig.clock.advance(NO_ROUND);
        rig.minutes(2);
        var entries = rig.files.entries();
        for (var said : rig.town.said.values()) {
            var entry = Objects.requireNonNull(entries.get(said.id), said.id);
            assertThat(entry.isLive()).as(said.id).isEqualTo(!said.removed);
            assertThat(entry.text()).as(said.id).isEqualTo(said.text);
        }
    }

    private void stopBeforeTheCursorIsSaved() {
        assertThat(CallTap.endsWithin(5, rig::poll)).isFalse();
    }

    private Entry entry(String id) {
        return Objects.requireNonNull(files.entries().get(id), id);
    }
}
