package earshot.reminder;

import static earshot.reminder.ReminderRig.minute;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Notice;
import earshot.domain.cases.WaitCycle;
import earshot.queue.Wire;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class ReminderFunctionTest {
    private final ReminderRig rig;

    ReminderFunctionTest(LocalCloud cloud) {
        this.rig = new ReminderRig(cloud);
    }

    @BeforeEach
    void somebodyWaits() {
        rig.begin();
        rig.customerSays("m1", minute(0));
    }

    @Test
    void aStepIsToldAtItsInstantAndOnce() {
        var half = rig.next();
        rig.moveTo(minute(5));

        rig.ring(half);
        rig.ring(half);

        assertThat(told()).containsExactly("50%>team:care");
        assertThat(rig.drain("NoticesQueue")).hasSize(1);
        assertThat(rig.next().stepKey()).isEqualTo("2026-11-18T12:10:00.000Z");
    }

    @Test
    void nothingIsToldEarlyAndTheMessageGoesOutAgainWithTheRest() {
        var half = rig.next();
        rig.moveTo(minute(5).minusMillis(1));

        assertThat(rig.ring(half)).isEmpty();

        assertThat(rig.notices()).isEmpty();
        assertThat(rig.chat().version()).isEqualTo(1);
        rig.moveTo(minute(5));
        rig.ring(half);
        assertThat(told()).containsExactly("50%>team:care");
    }

    @Test
    void aStepIsNotDecidedOnceTheAnswerIsKnown() {
        var half = rig.next();
        rig.moveTo(minute(5));
        rig.weSay("m2", minute(4));

        rig.ring(half);

        assertThat(rig.notices()).isEmpty();
        assertThat(cycle().state()).isEqualTo(WaitCycle.State.MET);
        assertThat(rig.chat().stepKey()).isNull();
    }

    @Test
    void ofStepsThatAreAllPastOnlyTheHighestIsToldAndTheOthersAreRecordedAsSkipped() {
        var half = rig.next();
        rig.moveTo(minute(16));

        rig.ring(half);

        assertThat(told()).containsExactly("due+5m>person:lea", "due+5m>team:care");
        var step = rig.table().cases().actions(ReminderRig.CHAT).getLast();
        assertThat(step.details()).containsEntry("skipped", "50%, due");
        assertThat(cycle().state()).isEqualTo(WaitCycle.State.BREACHED);
    }

    @Test
    void theLadderGoesOnAfterDueUntilItsEnd() {
        for (int minute = 1; minute <= 60; minute++) {
            rig.moveTo(minute(minute));
            rig.ringAllDue();
        }

        assertThat(told())
                .containsExactly(
                        "50%>team:care",
                        "due+15m>person:lea",
                        "due+5m>person:lea",
                        "due+5m>team:care",
                        "due>team:care");
        assertThat(rig.chat().stepKey()).isNull();
    }

    @Test
    void anAnswerThatWasInTimeAndCameLateTakesTheBreachBackOnce() {
        var half = rig.next();
        rig.moveTo(minute(11));
        rig.ring(half);
        rig.weSay("m2", minute(9));

        rig.ringAllDue();
        rig.ringAllDue();

        assertThat(told()).containsExactly("corrected>team:care", "due>team:care");
        assertThat(cycle().state()).isEqualTo(WaitCycle.State.MET);
        assertThat(rig.chat().pending()).isEmpty();
    }

    @Test
    void aReplyAfterDueIsMetLateAlsoWhenNothingRangBetween() {
        rig.moveTo(minute(30));
        rig.weSay("m2", minute(12));

        assertThat(cycle().state()).isEqualTo(WaitCycle.State.MET_LATE);
        assertThat(cycle().overrun()).hasMinutes(2);
        assertThat(rig.notices()).isEmpty();
    }

    @Test
    void aSecondWaitOfTheSameDayIsToldAgain() {
        rig.moveTo(minute(10));
        rig.ring(rig.next());
        rig.weSay("m2", minute(11));
        rig.customerSays("m3", minute(12));
        rig.moveTo(minute(22));
        rig.ringAllDue();

        assertThat(rig.notices())
                .extracting(k -> k.notice().cycle(), k -> k.notice().step())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("m1", "due"),
                        org.assertj.core.groups.Tuple.tuple("m3", "due"));
    }

    @Test
    void whereverTheFunctionIsStoppedNothingIsLostAndNothingToldTwice() {
        boolean ended = false;
        int stops = 0;
        for (int calls = 0; !ended; calls++) {
            rig.begin();
            rig.customerSays("m1", minute(0));
            var half = rig.next();
            rig.moveTo(minute(16));

            ended = CallTap.endsWithin(calls, () -> rig.ring(half));
            stops += ended ? 0 : 1;
            rig.ring(half);

            assertThat(told())
                    .as("stopped after %s calls", calls)
                    .containsExactly("due+5m>person:lea", "due+5m>team:care");
            assertThat(rig.chat().pending()).isEmpty();
            assertThat(rig.next().stepKey()).isEqualTo("2026-11-18T12:25:00.000Z");
            assertThat(rig.drain("NoticesQueue").stream().map(Wire::notice).distinct()).hasSize(2);
        }
        assertThat(stops).isGreaterThan(5);
    }

    @Test
    void anAnswerBetweenDecisionAndDeliveryLosesNoNotice() {
        boolean ended = false;
        for (int calls = 0; !ended; calls++) {
            rig.begin();
            rig.customerSays("m1", minute(0));
            var half = rig.next();
            rig.moveTo(minute(11));
            ended = CallTap.endsWithin(calls, () -> rig.ring(half));
            boolean decided = cycle().fired() > 0;
            rig.weSay("m2", minute(12));

            rig.ringAllDue();

            assertThat(told())
                    .as("stopped after %s calls", calls)
                    .isEqualTo(decided ? List.of("due>team:care") : List.of());
            assertThat(cycle().state()).isEqualTo(WaitCycle.State.MET_LATE);
        }
    }

    private WaitCycle cycle() {
        return rig.chat().cycles().getLast();
    }

    /** What was decided, as step and recipient, in order of their spelling. */
    private List<String> told() {
        return rig.notices().stream()
                .map(k -> k.notice())
                .map((Notice n) -> n.step() + ">" + n.recipient())
                .sorted()
                .toList();
    }
}
