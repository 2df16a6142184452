package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.deleted;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.Policy;
import earshot.domain.policy.Target;
import org.junit.jupiter.api.Test;

/** Posts that count less than others: listened to, ignored, too old, or our own. */
class TreatmentTest {
    private final Story story = new Story();

    @Test
    void aPostThatIsListenedToIsCountedWithoutAClock() {
        story.hear(customer("a").at(0).saying("FYI"));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.now().cycles()).isEmpty();
        assertThat(story.now().summary().postCount()).isEqualTo(1);
        assertThat(story.now().summary().themes()).containsExactly("fyi");
        assertThat(story.now().stepKey()).isNull();
        story.hear(us("r").at(1));
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void theClockOfACaseThatBeganByListeningStartsWithTheFirstPostThatAsks() {
        story.hear(customer("a").at(0).saying("FYI"), customer("b").at(10));
        assertThat(story.clock().startedAt()).isEqualTo(minute(10));
        assertThat(story.clock().target()).isEqualTo(Target.FIRST);
    }

    @Test
    void aClockIsCancelledWhenOnlyAPostThatIsListenedToIsLeft() {
        story.hear(customer("a").at(0), customer("b").at(1).saying("FYI")).hear(deleted("a", 5));
        assertThat(story.clock().state()).isEqualTo(State.CANCELLED);
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        story.hear(customer("c").at(7));
        assertThat(story.clock().startedAt()).isEqualTo(minute(7));
        assertThat(story.now().cycles()).hasSize(2);
    }

    @Test
    void anIgnoredPostMakesAnIgnoredCaseWithoutAClock() {
        story.hear(customer("a").at(0).saying("SPAM")).passUntil(1000);
        assertThat(story.now().status()).isEqualTo(Status.IGNORED);
        assertThat(story.now().cycles()).isEmpty();
        assertThat(story.told()).isEmpty();
    }

    @Test
    void thePostAfterAnIgnoredOneOpensItsCase() {
        story.hear(customer("a").at(0).saying("SPAM GOLD"), customer("b").at(10));
        assertThat(story.now().status()).isEqualTo(Status.OPEN);
        assertThat(story.clock().startedAt()).isEqualTo(minute(10));
        assertThat(story.now().summary().openedAt()).isEqualTo(minute(10));
        assertThat(story.now().summary().team()).isEqualTo("care");
    }

    @Test
    void anIgnoredPostWakesNoAnsweredCase() {
        story.hear(customer("a").at(0), us("r").at(1), customer("b").at(2).saying("SPAM"));
        assertThat(story.now().status()).isEqualTo(Status.ANSWERED);
        assertThat(story.now().summary().postCount()).isEqualTo(1);
    }

    @Test
    void oldPostsThatAreBroughtInLaterOpenNoCaseAndTellNobody() {
        int day = 24 * 60;
        story.hear(customer("a").at(0).heard(day + 1).backfilled());
        assertThat(story.cases()).isEmpty();
        story.hear(customer("b").at(2).heard(day + 1).backfilled());
        assertThat(story.cases()).hasSize(1);
        assertThat(story.now().summary().postCount()).isEqualTo(1);
        assertThat(story.now().progress().folded()).isEqualTo(1);
    }

    @Test
    void ourOwnPostsOpenNoCase() {
        story.hear(us("r").at(0), Told.bot("s").at(1));
        assertThat(story.cases()).isEmpty();
        story.hear(customer("a").at(2));
        assertThat(story.now().summary().openedAt()).isEqualTo(minute(2));
        assertThat(story.now().summary().lastReplyAt()).isNull();
    }

    @Test
    void aCaseWhosePostsReachTwoAccountsNamesBoth() {
        story.hear(customer("a").at(0), customer("a").at(0).to("shop"));
        assertThat(story.timeline().entries()).hasSize(1);
        assertThat(story.now().summary().accounts()).containsExactly("page", "shop");
    }

    @Test
    void thePostOfAnUnknownAccountIsForTriage() {
        story.hear(customer("a").at(0).to("nobody's"));
        assertThat(story.now().team()).isEqualTo(Policy.TRIAGE);
        assertThat(story.now().summary().unknownAccount()).isTrue();
    }
}
