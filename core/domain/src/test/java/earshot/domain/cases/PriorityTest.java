package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Minutes.minutes;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.edited;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command.Request.Prioritize;
import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.Priority;
import org.junit.jupiter.api.Test;

/** What a change of priority does to a clock that runs, and not to one that has stopped. */
class PriorityTest {
    private final Story story = new Story();

    @Test
    void aPersonWhoRaisesThePriorityMovesDueToStartAndNewGoal() {
        story.hear(customer("a").at(0)).order(5, new Prioritize(Priority.URGENT));
        assertThat(story.clock().dueAt()).isEqualTo(minute(20));
        assertThat(story.now().priority()).isEqualTo(Priority.URGENT);
        story.passUntil(21);
        assertThat(story.told())
                .containsExactly("50% team:care", "due team:care", "due person:ann");
    }

    @Test
    void aPriorityThatIsRaisedAfterTheNewDueIsDueNow() {
        story.hear(customer("a").at(0)).order(25, new Prioritize(Priority.URGENT));
        assertThat(story.clock().dueAt()).isEqualTo(minute(25));
        story.remind(25);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.told()).containsExactly("due team:care", "due person:ann");
        story.hear(us("r").at(30));
        assertThat(story.clock().overrun()).isEqualTo(minutes(5));
    }

    @Test
    void aCycleThatIsOverdueAlreadyKeepsItsDue() {
        story.hear(customer("a").at(0)).passUntil(70);
        story.order(70, new Prioritize(Priority.URGENT));
        assertThat(story.clock().dueAt()).isEqualTo(minute(60));
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
    }

    @Test
    void aPersonMayLengthenAndTheClockStillBreachesAtTheNewDue() {
        story.hear(customer("a").at(0)).passUntil(80);
        story.order(80, new Prioritize(Priority.LOW));
        assertThat(story.clock().dueAt()).isEqualTo(minute(120));
        assertThat(story.clock().state()).isEqualTo(State.RUNNING);
        assertThat(story.now().stepKey()).isEqualTo(minute(120));
        story.passUntil(120);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
    }

    @Test
    void aPostThatRaisesThePriorityShortensTheClock() {
        story.hear(customer("a").at(0), customer("b").at(10).saying("URGENT"));
        assertThat(story.now().cycles()).hasSize(1);
        assertThat(story.clock().dueAt()).isEqualTo(minute(20));
        assertThat(story.actions("retarget").getFirst().details())
                .containsEntry("from", minute(60).toString())
                .containsEntry("to", minute(20).toString());
    }

    @Test
    void aPostThatRaisesThePriorityAfterTheNewDueIsDueWithItsOwnInstant() {
        story.hear(customer("a").at(0), customer("b").at(30).saying("URGENT"));
        assertThat(story.clock().dueAt()).isEqualTo(minute(30));
    }

    @Test
    void aPostOfNoGreatPriorityLengthensNothing() {
        story.hear(customer("a").at(0).saying("URGENT"), customer("b").at(1));
        assertThat(story.clock().dueAt()).isEqualTo(minute(20));
        assertThat(story.now().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void aPriorityThatOnceWasReachedPressesLaterCyclesToo() {
        story.hear(customer("a").at(0).saying("URGENT"), us("r").at(1), customer("b").at(2));
        assertThat(story.clock().dueAt()).isEqualTo(minute(12));
    }

    @Test
    void whatAPersonChoseStandsAgainstEveryRule() {
        story.hear(customer("a").at(0)).order(1, new Prioritize(Priority.LOW));
        story.hear(customer("b").at(2).saying("URGENT"));
        assertThat(story.now().priority()).isEqualTo(Priority.LOW);
        assertThat(story.clock().dueAt()).isEqualTo(minute(120));
        story.hear(us("r").at(3), customer("c").at(4));
        assertThat(story.clock().dueAt()).isEqualTo(minute(64));
    }

    @Test
    void aPriorityThatIsGivenBackIsThatOfTheRules() {
        story.hear(customer("a").at(0)).order(1, new Prioritize(Priority.LOW));
        story.order(2, new Prioritize(null));
        assertThat(story.now().priority()).isEqualTo(Priority.NORMAL);
        assertThat(story.clock().dueAt()).isEqualTo(minute(60));
        story.hear(customer("b").at(3).saying("URGENT"));
        assertThat(story.clock().dueAt()).isEqualTo(minute(20));
    }

    @Test
    void aDueThatAPersonMadeNowStaysWhereItIsThroughARefold() {
        story.hear(customer("a").at(0)).order(1, new Prioritize(Priority.LOW));
        story.order(90, new Prioritize(null));
        assertThat(story.clock().dueAt()).isEqualTo(minute(90));
        story.hear(edited("a", 91, "changed"));
        assertThat(story.clock().dueAt()).isEqualTo(minute(90));
    }

    @Test
    void aPriorityThatAPersonChoosesLaterRewritesNoClosedCycle() {
        story.hear(customer("a").at(0), us("r").at(50), customer("b").at(55));
        var closed = story.now().cycles().getFirst();
        story.order(56, new Prioritize(Priority.URGENT)).hear(edited("a", 57, "changed"));
        assertThat(story.now().cycles().getFirst()).isEqualTo(closed);
        assertThat(story.clock().dueAt()).isEqualTo(minute(65));
        story.order(58, new Prioritize(null)).hear(edited("a", 59, "changed again"));
        assertThat(story.now().cycles().getFirst()).isEqualTo(closed);
    }
}
