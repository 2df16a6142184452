package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command.Request.Acknowledge;
import earshot.domain.cases.Command.Request.Assign;
import earshot.domain.cases.Command.Request.Resolve;
import earshot.domain.cases.Command.Request.Snooze;
import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told when, and what keeps the clock still. */
class ReminderTest {
    private final Story story = new Story();

    @Test
    void eachStepIsToldAtItsInstantAndNeverBefore() {
        story.hear(customer("a").at(0)).passUntil(29.999);
        assertThat(story.told()).isEmpty();
        story.passUntil(30);
        assertThat(story.told()).containsExactly("50% team:care");
        story.passUntil(60);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.told()).endsWith("due team:care", "due person:ann");
        story.passUntil(75);
        assertThat(story.told()).endsWith("due+15m team:care", "due+15m person:ann").hasSize(5);
        assertThat(story.now().stepKey()).isNull();
    }

    @Test
    void aLookBeforeItsInstantDecidesNothing() {
        story.hear(customer("a").at(0));
        var early = new Reminder(PolicyShelf.ordinary(), minute(30).minusMillis(1));
        assertThat(early.decide(story.now())).isSameAs(story.now());
    }

    @Test
    void aStepThatIsPastIsDecidedOnce() {
        story.hear(customer("a").at(0));
        var decided = new Reminder(PolicyShelf.ordinary(), minute(30)).decide(story.now());
        assertThat(decided.pending()).hasSize(2);
        assertThat(new Reminder(PolicyShelf.ordinary(), minute(30)).decide(decided))
                .isSameAs(decided);
    }

    @Test
    void whileAStepIsCarriedOutTheCaseShowsItsStepKey() {
        story.hear(customer("a").at(0));
        var decided = new Reminder(PolicyShelf.ordinary(), minute(31)).decide(story.now());
        assertThat(decided.stepKey()).isEqualTo(minute(30));
    }

    @Test
    void whatIsPendingForAnotherReasonIsInSightOfTheClockAtOnce() {
        story.hear(customer("a").at(0)).passUntil(60);
        var late = us("r").at(1).heard(65).entry(PolicyShelf.ordinary());
        var all = story.timeline().and(Timeline.of(late));
        var folded = new CaseFolding(PolicyShelf.ordinary(), minute(65)).refold(story.now(), all);
        assertThat(folded.pending()).hasSize(1);
        assertThat(folded.stepKey()).isEqualTo(minute(65));
    }

    @Test
    void ofSeveralStepsThatArePastOnlyTheHighestIsTold() {
        story.hear(customer("a").at(0)).remind(61);
        assertThat(story.told()).containsExactly("due team:care", "due person:ann");
        assertThat(story.actions("step")).hasSize(1);
        assertThat(story.actions("step").getFirst().details()).containsEntry("skipped", "50%");
    }

    @Test
    void anAnsweredCycleTellsNobody() {
        story.hear(customer("a").at(0), us("r").at(29)).passUntil(500);
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aSecondBreachOnOneDayIsToldAgain() {
        story.hear(customer("a").at(0)).passUntil(61).hear(us("r").at(62));
        story.hear(customer("b").at(70)).passUntil(101);
        assertThat(story.notices().filter(n -> n.step().equals("due")).map(Notice::cycle))
                .containsExactly("a", "a", "b", "b");
    }

    @Test
    void anAcknowledgementStopsTheStepsButNotTheClock() {
        story.hear(customer("a").at(0)).order(50, new Acknowledge()).passUntil(79);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.clock().acknowledged())
                .isEqualTo(new WaitCycle.Acknowledgement("ann", minute(50)));
        assertThat(story.told()).isEmpty();
    }

    @Test
    void anAcknowledgementLapsesWithoutAReplyAndTheHighestStepIsTold() {
        story.hear(customer("a").at(0)).passUntil(49).order(50, new Acknowledge()).passUntil(80);
        assertThat(story.clock().acknowledged()).isNull();
        assertThat(story.actions("acknowledgement-lapsed")).hasSize(1);
        assertThat(story.told())
                .containsExactly("50% team:care", "due+15m team:care", "due+15m person:ann");
    }

    @Test
    void anAcknowledgementIsRefusedWhereNobodyWaits() {
        story.hear(customer("a").at(0), us("r").at(1)).order(2, new Acknowledge());
        assertThat(story.actions("acknowledge").getFirst().details()).containsKey("refused");
    }

    @Test
    void aStepTellsWhoIsResponsibleWhenItFires() {
        story.hear(customer("a").at(0))
                .passUntil(31)
                .order(59, new Assign(null, "gold"))
                .passUntil(60);
        assertThat(story.told())
                .containsExactly("50% team:care", "due team:gold", "due person:ann");
    }

    @Test
    void aSnoozedCaseIsAsleepUntilItsTimeButItsClockIsNot() {
        story.hear(customer("a").at(0)).order(5, new Snooze(minute(100))).passUntil(99);
        assertThat(story.now().status()).isEqualTo(Status.SNOOZED);
        assertThat(story.told()).hasSize(5);
        story.passUntil(100);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.actions("wake")).hasSize(1);
    }

    @Test
    void aCustomerWhoWritesWakesACase() {
        story.hear(customer("a").at(0)).order(5, new Snooze(minute(100)));
        story.hear(us("r").at(6));
        assertThat(story.now().status()).isEqualTo(Status.SNOOZED);
        story.hear(customer("b").at(7));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        story.passUntil(500);
        assertThat(story.actions("wake")).isEmpty();
    }

    @Test
    void anAnsweredCaseThatWakesIsOpenUntilSomebodySeesToIt() {
        int week = 7 * 24 * 60;
        story.hear(customer("a").at(0), us("r").at(1)).order(5, new Snooze(minute(week)));
        story.passUntil(week + 10);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        story.hear(Told.edited("a", 6, "changed"));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        story.hear(us("s").at(week + 20));
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
        story.passUntil(2 * week);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void aResolvedCaseIsNotWoken() {
        story.hear(customer("a").at(0)).order(5, new Snooze(minute(100)));
        story.order(6, new Resolve(null)).passUntil(500);
        assertThat(story.now().status()).isEqualTo(Status.RESOLVED);
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aBackfilledPostTellsNobodyOfWhatWasBefore() {
        story.hear(customer("a").at(0).heard(61).backfilled()).passUntil(62);
        assertThat(story.clock().state()).isEqualTo(State.BREACHED);
        assertThat(story.told()).isEmpty();
        story.passUntil(75);
        assertThat(story.told()).containsExactly("due+15m team:care", "due+15m person:ann");
    }

    @Test
    void stepsAreCountedInWorkingTime() {
        var day = List.of(new WorkingCalendar.Period(LocalTime.of(9, 0), LocalTime.of(9, 40)));
        var calendar =
                new WorkingCalendar(
                        "short days",
                        ZoneOffset.UTC,
                        Map.of(DayOfWeek.TUESDAY, day, DayOfWeek.WEDNESDAY, day),
                        Map.of());
        var slow = new Story(PolicyShelf.ordinary(calendar)).hear(customer("a").at(0));
        int oneDay = 24 * 60;
        assertThat(slow.clock().dueAt()).isEqualTo(minute(oneDay + 20));
        slow.passUntil(oneDay + 35);
        assertThat(slow.notices().map(n -> n.why().stepAt()).distinct())
                .containsExactly(minute(30), minute(oneDay + 20), minute(oneDay + 35));
    }

    @Test
    void aNoticeExplainsItself() {
        story.hear(customer("a").at(0).heard(2)).passUntil(30);
        var notice = story.notices().findFirst().orElseThrow();
        assertThat(notice.caseId().toString()).isEqualTo("facebook:thread~000001");
        assertThat(notice.decidedAt()).isEqualTo(minute(30));
        assertThat(notice.why().customer()).isEqualTo("Cleo");
        assertThat(notice.why().dueAt()).isEqualTo(minute(60));
        assertThat(notice.why().lag()).isEqualTo(Minutes.minutes(2));
        assertThat(notice.why().calendar()).isEqualTo("always");
    }
}
