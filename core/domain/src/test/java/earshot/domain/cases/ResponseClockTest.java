package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Minutes.minutes;
import static earshot.domain.cases.Told.bot;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.deleted;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Target;
import earshot.domain.policy.WorkingCalendar;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What "answered in time" means: start, stop, and all that becomes known late. */
class ResponseClockTest {
    private final Story story = new Story();

    @Test
    void theClockStartsAtTheNetworksTimeOfTheOldestPost() {
        story.hear(customer("a").at(0).heard(7));
        assertThat(story.clock().startedAt()).isEqualTo(minute(0));
        assertThat(story.clock().dueAt()).isEqualTo(minute(60));
        assertThat(story.clock().pin().heardAt()).isEqualTo(minute(7));
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
    }

    @Test
    void morePostsInOneWaitDoNotRestartTheClock() {
        story.hear(customer("a").at(0), customer("b").at(20), customer("c").at(50)).passUntil(200);
        assertThat(story.now().cycles()).hasSize(1);
        assertThat(story.clock().dueAt()).isEqualTo(minute(60));
        assertThat(story.told().stream().filter("due team:care"::equals)).hasSize(1);
    }

    @Test
    void threeFirstPostsAtOneInstantAreOneCaseAndOneCycle() {
        story.hear(customer("c").at(0), customer("a").at(0), customer("b").at(0));
        assertThat(story.cases()).hasSize(1);
        assertThat(story.now().summary().postCount()).isEqualTo(3);
        assertThat(story.now().cycles()).hasSize(1);
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        story.hear(customer("a").at(0));
        var before = story.now();
        story.hear(customer("a").at(0).heard(0.05));
        assertThat(story.now()).isEqualTo(before);
        assertThat(story.timeline().entries()).hasSize(1);
    }

    @Test
    void theFirstReplyStopsTheClock() {
        story.hear(customer("a").at(0), us("r").at(59), us("s").at(80));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.clock().endedAt()).isEqualTo(minute(59));
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
        assertThat(story.now().summary().lastReplyAt()).isEqualTo(minute(80));
    }

    @Test
    void aReplyAtTheInstantOfThePostAnswersIt() {
        story.hear(us("r").at(0), customer("a").at(0));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.now().summary().lastReplyAt()).isEqualTo(minute(0));
    }

    @Test
    void aReplyAtDueIsInTimeAndOneJustAfterIsNot() {
        story.hear(customer("a").at(0), us("r").at(60));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        var late = new Story().hear(customer("a").at(0), us("r").at(60.001));
        assertThat(late.clock().state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void aReplyAfterDueIsMetLateWithItsOverrunThoughNoSweepRan() {
        story.hear(customer("a").at(0), us("r").at(75));
        assertThat(story.clock().state()).isEqualTo(State.MET_LATE);
        assertThat(story.clock().overrun()).isEqualTo(minutes(15));
        story.remind(80);
        assertThat(story.told()).isEmpty();
    }

    @Test
    void theFirstAnswerIsPromisedOnceAndEveryLaterOneSooner() {
        story.hear(customer("a").at(0), us("r").at(10), customer("b").at(20));
        assertThat(story.clock().target()).isEqualTo(Target.NEXT);
        assertThat(story.clock().dueAt()).isEqualTo(minute(50));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aReplyThatBecomesKnownLateClosesTheCycleAsMetAndTakesTheBreachBackOnce() {
        story.hear(customer("a").at(0)).passUntil(61);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        story.hear(us("r").at(40).heard(62));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.corrected())
                .containsExactly(new Pending.Correct("a", Target.FIRST, minute(40)));
        story.hear(us("q").at(30).heard(63)).passUntil(500);
        assertThat(story.clock().endedAt()).isEqualTo(minute(30));
        assertThat(story.corrected()).hasSize(1);
        assertThat(story.told()).hasSize(3);
    }

    @Test
    void aLateReplyTakesNothingBackWhereNoBreachWasTold() {
        story.hear(customer("a").at(0)).passUntil(31).hear(us("r").at(20).heard(35));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.corrected()).isEmpty();
    }

    @Test
    void aReplyAfterDueThatBecomesKnownLateTakesNothingBack() {
        story.hear(customer("a").at(0)).passUntil(70).hear(us("r").at(65).heard(71));
        assertThat(story.clock().state()).isEqualTo(State.MET_LATE);
        assertThat(story.corrected()).isEmpty();
    }

    @Test
    void aPostThatItsAuthorDeletesBeforeDueCancelsTheClock() {
        story.hear(customer("a").at(0)).hear(deleted("a", 30));
        assertThat(story.clock().state()).isEqualTo(State.CANCELLED);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.now().summary().postCount()).isZero();
        assertThat(story.now().stepKey()).isNull();
    }

    @Test
    void aPostThatItsAuthorDeletesAfterDueStaysBreached() {
        story.hear(customer("a").at(0)).passUntil(61).hear(deleted("a", 62));
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.clock().isOpen()).isFalse();
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.corrected()).isEmpty();
    }

    @Test
    void aDeletionBeforeDueThatBecomesKnownLateTakesTheBreachBack() {
        story.hear(customer("a").at(0)).passUntil(61).hear(deleted("a", 59));
        assertThat(story.clock().state()).isEqualTo(State.CANCELLED);
        assertThat(story.corrected()).hasSize(1);
    }

    @Test
    void aDeletionThatComesBeforeItsPostEndsInTheSameCase() {
        story.hear(deleted("a", 30)).hear(customer("a").at(0));
        var straight = new Story().hear(customer("a").at(0)).hear(deleted("a", 30));
        assertThat(story.clock()).isEqualTo(straight.clock());
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void theClockRunsOnWhileAnotherPostOfTheWaitIsThere() {
        story.hear(customer("a").at(0), customer("b").at(5)).hear(deleted("a", 10));
        assertThat(story.clock().isOpen()).isTrue();
        assertThat(story.clock().startedAt()).isEqualTo(minute(0));
        assertThat(story.now().summary().postCount()).isEqualTo(1);
    }

    @Test
    void aPostThatBecomesKnownAfterADeletionKeepsTheClockRunningUntilTimeDecides() {
        story.hear(customer("a").at(0)).hear(deleted("a", 70));
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        story.hear(customer("b").at(5).heard(71));
        assertThat(story.clock().isOpen()).isTrue();
        assertThat(story.clock().state()).isEqualTo(State.RUNNING);
        story.remind(71);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
    }

    @Test
    void aPostThatIsDeletedAfterItsAnswerStaysAnswered() {
        story.hear(customer("a").at(0), us("r").at(10)).hear(deleted("a", 20));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void aReplyThatIsDeletedHasStillAnswered() {
        story.hear(customer("a").at(0), us("r").at(10)).hear(deleted("r", 11));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void whatABotSaysLeavesTheClockRunning() {
        story.hear(customer("a").at(0), bot("r").at(1));
        assertThat(story.clock().state()).isEqualTo(State.RUNNING);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.now().summary().lastReplyAt()).isNull();
        story.hear(us("s").at(500));
        assertThat(story.clock().overrun()).isEqualTo(minutes(440));
    }

    @Test
    void anAgentAnswersThroughTheSupportTool() {
        story.hear(customer("a").at(0), Told.agent("r").at(1));
        assertThat(story.clock().state()).isEqualTo(State.MET);
    }

    @Test
    void aPostFromTheFutureIsClampedToFiveMinutes() {
        story.hear(customer("a").at(60).heard(0));
        assertThat(story.clock().startedAt()).isEqualTo(minute(5));
        var published = story.timeline().entries().getFirst().post().published();
        assertThat(published.networkTime()).isEqualTo(minute(60));
    }

    @Test
    void aPostThatIsSevenDaysLateIsToldOnceAndTheNoticeSaysHowLate() {
        int week = 7 * 24 * 60;
        story.hear(customer("a").at(0).heard(week)).passUntil(week + 100);
        var notices = story.notices().toList();
        assertThat(notices).hasSize(2).allMatch(n -> n.step().equals("due+15m"));
        assertThat(notices.getFirst().why().lag()).isEqualTo(Duration.ofDays(7));
        assertThat(story.actions("step").getFirst().details())
                .containsEntry("skipped", "50%, due")
                .containsEntry("told", "team:care, person:ann");
    }

    @Test
    void anOlderPostMovesStartAndDueBackButNotTheName() {
        story.hear(customer("b").at(20)).passUntil(51).hear(customer("a").at(0).heard(52));
        assertThat(story.clock().name()).isEqualTo("b");
        assertThat(story.clock().startedAt()).isEqualTo(minute(0));
        assertThat(story.clock().dueAt()).isEqualTo(minute(60));
        assertThat(story.clock().fired()).isEqualTo(1);
    }

    @Test
    void aLateReplyBetweenTwoPostsLeavesAClockOfItsOwnToTheSecond() {
        story.hear(customer("b").at(20), customer("a").at(0)).passUntil(76);
        assertThat(story.told()).hasSize(5);
        story.hear(us("r").at(10).heard(77));
        var cycles = story.now().cycles();
        assertThat(cycles).extracting(WaitCycle::state).containsExactly(State.MET, State.RUNNING);
        assertThat(cycles).extracting(WaitCycle::name).doesNotHaveDuplicates();
        assertThat(story.clock().dueAt()).isEqualTo(minute(50));
        assertThat(story.clock().fired()).isZero();
        assertThat(story.corrected()).hasSize(1);
        story.remind(77);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.told()).hasSize(7);
    }

    @Test
    void anOlderPostThatBridgesTwoWaitsGoesOnWithTheOneThatRuns() {
        story.hear(customer("b").at(20)).hear(deleted("b", 30));
        story.hear(customer("c").at(60)).passUntil(90);
        assertThat(story.told()).hasSize(3);
        story.hear(customer("a").at(10).heard(91)).passUntil(91);
        assertThat(story.now().cycles()).hasSize(1);
        assertThat(story.clock().name()).isEqualTo("c");
        assertThat(story.clock().startedAt()).isEqualTo(minute(10));
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
    }

    @Test
    void theSlaIsThatOfTheOldestPostWhateverCameFirst() {
        story.hear(customer("b").at(5), customer("a").at(0).saying("GOLD").heard(6));
        assertThat(story.now().summary().team()).isEqualTo("gold");
        assertThat(story.clock().pin().sla()).isEqualTo("gold");
        assertThat(story.clock().dueAt()).isEqualTo(minute(12));
    }

    @Test
    void aCycleKeepsThePolicyThatItWasPromisedBy() {
        var policies = PolicyShelf.ordinary();
        var kept = new Story(policies).hear(customer("a").at(0));
        var slower =
                new SlaPolicy(
                        "usual",
                        WorkingCalendar.always(),
                        PolicyShelf.goals(600, 300),
                        PolicyShelf.ladder());
        policies.push(PolicyShelf.policy(1, java.util.Map.of("usual", slower)));
        kept.hear(deleted("x", 1)).hear(customer("b").at(3), us("r").at(4), customer("c").at(5));
        assertThat(kept.now().cycles())
                .extracting(WaitCycle::dueAt)
                .containsExactly(minute(60), minute(305));
        assertThat(kept.now().cycles())
                .extracting(cycle -> cycle.pin().version())
                .isEqualTo(List.of(0, 1));
    }

    @Test
    void onlyTheNewestTwentyCyclesAreKept() {
        for (int i = 0; i < 25; i++) {
            story.hear(customer("a" + i).at(2 * i), us("r" + i).at(2 * i + 1));
        }
        assertThat(story.now().cycles()).hasSize(Case.MOST_CYCLES);
        assertThat(story.now().cycles()).allMatch(cycle -> cycle.target() == Target.NEXT);
        assertThat(story.clock().startedAt()).isEqualTo(minute(48));
        assertThat(
                        new CaseFolding(PolicyShelf.ordinary(), minute(99))
                                .refold(story.now(), story.timeline()))
                .isEqualTo(story.now());
    }
}
