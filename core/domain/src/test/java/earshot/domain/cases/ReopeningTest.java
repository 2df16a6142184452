package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.deleted;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command.Request.Reopen;
import earshot.domain.cases.Command.Request.Resolve;
import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import org.junit.jupiter.api.Test;

/** How cases end, and what begins again after their end. */
class ReopeningTest {
    private static final int DAY = 24 * 60;

    private final Story story = new Story();

    @Test
    void aResolveWithoutAReplyCancelsTheClockBeforeDue() {
        story.hear(customer("a").at(0)).order(30, new Resolve("spoke on the phone"));
        assertThat(story.clock().state()).isEqualTo(State.CANCELLED);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.now().stepKey()).isNull();
        var resolve = java.util.Objects.requireNonNull(story.now().resolve());
        assertThat(resolve.by()).isEqualTo("ann");
        story.passUntil(500);
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aResolveWithoutAReplyAfterDueIsNoHit() {
        story.hear(customer("a").at(0)).order(90, new Resolve(null));
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.clock().isOpen()).isFalse();
    }

    @Test
    void aReplyInTimeThatBecomesKnownAfterAResolveIsAHitAndTakesTheBreachBack() {
        story.hear(customer("a").at(0)).passUntil(61).order(90, new Resolve(null));
        story.hear(us("s").at(50).heard(91), us("r").at(40).heard(92));
        assertThat(story.clock().state()).isEqualTo(State.MET);
        assertThat(story.clock().endedAt()).isEqualTo(minute(40));
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.corrected()).hasSize(1);
    }

    @Test
    void aResolveThatWasSaidBeforeDueAndComesAfterTakesTheBreachBack() {
        story.hear(customer("a").at(0)).passUntil(61);
        var command =
                new Command(
                        "late",
                        story.now().id(),
                        minute(50),
                        "ann",
                        new Command.Seen(1, story.now().progress().frontier(), 1),
                        new Resolve(null));
        var after = new Commands(PolicyShelf.ordinary(), minute(62)).apply(story.now(), command);
        assertThat(java.util.Objects.requireNonNull(after.response()).state())
                .isEqualTo(State.CANCELLED);
        assertThat(after.pending()).contains(new Pending.Correct("a", Target.FIRST, minute(50)));
    }

    @Test
    void aResolveThatHadNotSeenTheNewestPostLeavesTheCaseOpen() {
        story.hear(customer("a").at(0));
        var seen = new Command.Seen(1, story.now().progress().frontier(), 1);
        story.hear(customer("b").at(5)).order(6, seen, new Resolve(null));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.actions("resolve").getFirst().details()).containsKey("refused");
    }

    @Test
    void aPersonWhoReopensStartsAFirstResponse() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.order(100, new Reopen());
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
        assertThat(story.clock().startedAt()).isEqualTo(minute(100));
        assertThat(story.clock().dueAt()).isEqualTo(minute(160));
        story.passUntil(131);
        assertThat(story.told()).containsExactly("50% team:care");
        story.hear(us("s").at(140));
        assertThat(story.now().cycles())
                .extracting(WaitCycle::state)
                .containsExactly(State.MET, State.MET);
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void aPostInsideTheWindowReopensTheSameCaseWithAFirstResponse() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(6 * DAY));
        assertThat(story.cases()).hasSize(1);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
        assertThat(story.clock().startedAt()).isEqualTo(minute(6 * DAY));
    }

    @Test
    void aPostAfterTheWindowOpensANewCaseThatNamesTheOldOne() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(8 * DAY));
        assertThat(story.cases()).hasSize(2);
        assertThat(story.cases().getFirst().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.cases().getFirst().successor()).isEqualTo(story.now().id());
        assertThat(story.now().id().number()).isEqualTo(2);
        assertThat(story.now().related()).containsExactly(story.cases().getFirst().id());
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
        assertThat(story.now().summary().postCount()).isEqualTo(1);
    }

    @Test
    void aPostAfterTheWindowOpensANewCaseThoughAnIgnoredOneCameBefore() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("x").at(DAY).saying("SPAM"));
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        story.hear(customer("b").at(8 * DAY));
        assertThat(story.cases()).hasSize(2);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aLatePostBehindThePredecessorsEndIsListedInTheNewestCaseAndOpensItsClockThere() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(8 * DAY), us("s").at(8 * DAY + 1));
        story.hear(customer("z").at(5).heard(8 * DAY + 2));
        assertThat(story.cases()).hasSize(2);
        assertThat(story.now().late()).containsExactly(Told.id("z"));
        assertThat(story.now().summary().postCount()).isEqualTo(2);
        assertThat(story.now().summary().openedAt()).isEqualTo(minute(5));
        assertThat(story.timeline().unseenBehind(story.now()).entries()).isEmpty();
    }

    @Test
    void aThirdCaseCountsTheLatePostsOfTheSecond() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(8 * DAY), customer("z").at(5).heard(8 * DAY + 2));
        story.order(8 * DAY + 3, new Resolve(null)).hear(customer("c").at(20 * DAY));
        assertThat(story.cases()).hasSize(3);
        assertThat(story.timeline().unseenBehind(story.now()).entries()).isEmpty();
        story.hear(customer("y").at(6).heard(20 * DAY + 1));
        assertThat(story.now().late()).containsExactly(Told.id("y"));
    }

    @Test
    void aPostThatTheResolveHadNotSeenReopensWhateverItsTime() {
        story.hear(customer("b").at(5), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("a").at(0).heard(30));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.clock().name()).isEqualTo("a");
        assertThat(story.clock().startedAt()).isEqualTo(minute(0));
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
        assertThat(story.now().cycles()).hasSize(2);
    }

    @Test
    void thePostThatNamedAClosedCycleIsNotTakenForTheUnseenOne() {
        // Both were received at one instant; the second was filed after the resolve.
        story.hear(customer("b").at(5).heard(6)).order(20, new Resolve(null));
        story.hear(customer("a").at(0).heard(6));
        assertThat(story.now().cycles()).extracting(WaitCycle::name).containsExactly("b", "a");
    }

    @Test
    void aResolvedCaseWhoseUnseenPostIsDeletedIsResolvedAgain() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(30)).hear(deleted("b", 31));
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.clock().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aCaseThatIsReopenedAfterAllItsPostsWereDeletedStaysOpen() {
        story.hear(customer("a").at(0)).hear(deleted("a", 5)).order(10, new Reopen());
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        story.hear(Told.edited("a", 11, "changed"), deleted("a", 4));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.clock().isOpen()).isTrue();
        assertThat(story.now().cycles()).hasSize(2);
    }

    @Test
    void noMissDisappearsWhenACaseIsReopenedTwice() {
        story.hear(customer("a").at(0), us("r").at(1)).order(2, new Resolve(null));
        story.hear(customer("b").at(10)).passUntil(100);
        story.hear(deleted("b", 101), deleted("a", 101));
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        story.order(110, new Reopen()).hear(Told.edited("a", 111, "changed"), deleted("a", 100.5));
        assertThat(story.now().cycles())
                .extracting(WaitCycle::state)
                .containsExactly(State.MET, State.BREACHED, State.RUNNING);
    }

    @Test
    void theClockAfterAReopeningIsAsPressingAsTheCase() {
        story.hear(customer("a").at(0).saying("URGENT"), us("r").at(1));
        story.order(2, new Resolve(null)).hear(customer("b").at(100));
        assertThat(story.now().priority()).isEqualTo(Priority.URGENT);
        assertThat(story.clock().dueAt()).isEqualTo(minute(120));
    }

    @Test
    void anAnsweredCaseIsOverAfterThePolicysTime() {
        story.hear(customer("a").at(0), us("r").at(10)).passUntil(10 + 3 * DAY - 1);
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
        story.passUntil(10 + 3 * DAY);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.actions("resolve")).hasSize(1);
        story.hear(customer("b").at(4 * DAY));
        assertThat(story.cases()).hasSize(1);
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
    }

    @Test
    void aCaseWithASuccessorIsNotReopened() {
        story.hear(customer("a").at(0)).order(20, new Resolve(null));
        story.hear(customer("b").at(8 * DAY));
        var old = story.cases().getFirst();
        var command = new Command("x", old.id(), minute(9 * DAY), "ann", null, new Reopen());
        var after = new Commands(PolicyShelf.ordinary(), minute(9 * DAY)).apply(old, command);
        assertThat(after.status()).isEqualTo(Status.RESOLVED);
    }
}
