package earshot.router;

import static earshot.router.Posts.comment;
import static earshot.router.Posts.customer;
import static earshot.router.Posts.deleted;
import static earshot.router.Posts.edited;
import static earshot.router.Posts.message;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.reply;
import static earshot.router.Posts.root;
import static earshot.router.Posts.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.CaseId;
import earshot.domain.cases.Command;
import earshot.domain.cases.Status;
import earshot.domain.cases.WaitCycle;
import earshot.domain.post.ConversationKey;
import earshot.queue.Wire;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class RouterFunctionTest {
    private final MovableClock clock = MovableClock.at(minute(60));
    private final LocalCloud cloud;
    private final RouterRig rig;

    RouterFunctionTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new RouterRig(cloud, clock, Map.of());
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @Test
    void aVisitorsPostOpensACaseThatWaits() {
        rig.deliver(List.of(root("900_1", customer("7"), 0)));

        var opened = rig.only("facebook:900_1");
        assertThat(opened.status()).isEqualTo(Status.OPEN);
        assertThat(opened.summary().excerpt()).isEqualTo("Words of 900_1");
        assertThat(Objects.requireNonNull(opened.openCycle()).startedAt()).isEqualTo(minute(0));
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        var post = root("900_1", customer("7"), 0);
        rig.deliver(List.of(post));
        var before = rig.only("facebook:900_1");

        rig.deliver(List.of(post, post));

        assertThat(rig.only("facebook:900_1")).isEqualTo(before);
        assertThat(rig.table().entries().of(before.id().conversation())).hasSize(1);
    }

    @Test
    void ourNativeReplyUnderAVisitorsPostStopsTheClock() {
        rig.deliver(List.of(root("900_1", customer("7"), 0), comment("900_1_2", "900_1", us(), 5)));

        var answered = rig.only("facebook:900_1");
        assertThat(answered.status()).isEqualTo(Status.ANSWERED);
        assertThat(answered.cycles())
                .extracting(WaitCycle::state)
                .containsExactly(WaitCycle.State.MET);
    }

    @Test
    void tenPeopleUnderOnePostOfOursAreTenCases() {
        rig.deliver(List.of(root("900_1", us(), 0)));
        for (int i = 0; i < 10; i++) {
            rig.deliver(List.of(comment("1_" + i, "900_1", customer("c" + i), i + 1)));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(rig.only("facebook:1_" + i).summary().customer().id()).isEqualTo("c" + i);
        }
        assertThat(rig.cases("facebook:900_1")).isEmpty();
    }

    @Test
    void aCommentUnderAnUnknownPostWaitsOnceAndThenIsACaseOfItsOwn() {
        var comment = comment("1_2", "900_1", customer("7"), 0);
        rig.call(List.of(Wire.encode(comment)));
        assertThat(rig.cases("facebook:1_2")).isEmpty();

        rig.deliverDelayed();
        assertThat(rig.only("facebook:1_2").status()).isEqualTo(Status.OPEN);

        rig.call(List.of(Wire.encode(comment("1_3", "900_1", customer("8"), 1))));
        assertThat(rig.only("facebook:1_3").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void casesThatWereFiledOnAWrongHintNameEachOther() {
        rig.deliver(List.of(comment("1_2", "900_1", customer("7"), 5)));
        rig.deliver(List.of(root("900_1", customer("8"), 0)));

        var comment = rig.only("facebook:1_2");
        var post = rig.only("facebook:900_1");
        assertThat(post.related()).containsExactly(comment.id());
        assertThat(comment.related()).containsExactly(post.id());
    }

    @Test
    void anEditAndADeletionBeforeTheirPostEndAsIfInOrder() {
        rig.deliver(
                List.of(
                        edited("900_1", "Better words", 3),
                        deleted("900_1", 4),
                        root("900_1", customer("7"), 0)));

        var gone = rig.only("facebook:900_1");
        assertThat(gone.status()).isEqualTo(Status.RESOLVED);
        assertThat(gone.cycles())
                .extracting(WaitCycle::state)
                .containsExactly(WaitCycle.State.CANCELLED);
        var entry = rig.table().entries().of(gone.id().conversation()).getFirst();
        assertThat(entry.text()).isEqualTo("Better words");
        assertThat(entry.deletedAt()).isEqualTo(minute(4));
    }

    @Test
    void aPoisonedMessageIsQuarantinedAndItsNeighboursAreFiled() {
        var failed =
                rig.call(
                        List.of(
                                Wire.encode(root("900_1", customer("7"), 0)),
                                "{\"v\":99}",
                                "not json",
                                Wire.encode(message("m_1", "8", customer("8"), 1))));

        assertThat(failed).isEmpty();
        assertThat(rig.drain("QuarantineQueue")).hasSize(2);
        assertThat(rig.only("facebook:900_1").status()).isEqualTo(Status.OPEN);
        assertThat(rig.only("facebook:900/8").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aResolveIsAppliedOnceAndAnUnseenPostReopens() {
        rig.deliver(List.of(root("900_1", customer("7"), 0)));
        var before = rig.only("facebook:900_1");
        var resolve =
                new Command(
                        "c-1",
                        before.id(),
                        minute(10),
                        "ann",
                        new Command.Seen(before.version(), null, before.progress().folded()),
                        new Command.Request.Resolve(null));

        rig.command(resolve);
        var resolved = rig.only("facebook:900_1");
        rig.command(resolve);

        assertThat(resolved.status()).isEqualTo(Status.RESOLVED);
        assertThat(rig.only("facebook:900_1")).isEqualTo(resolved);
        assertThat(rig.table().cases().actions(before.id().conversation())).hasSize(1);

        rig.deliver(List.of(comment("1_2", "900_1", customer("7"), 5)));
        var reopened = rig.only("facebook:900_1");
        assertThat(reopened.status()).isEqualTo(Status.OPEN);
        assertThat(reopened.cycles()).hasSize(2);
    }

    @Test
    void aPostLongAfterTheEndOpensTheNextCase() {
        rig.deliver(List.of(message("m_1", "8", customer("8"), 0)));
        var first = rig.only("facebook:900/8");
        rig.command(
                new Command(
                        "c-1",
                        first.id(),
                        minute(10),
                        "ann",
                        null,
                        new Command.Request.Resolve(null)));

        int month = 31 * 24 * 60;
        clock.moveTo(minute(month + 1));
        rig.deliver(List.of(message("m_2", "8", customer("8"), month)));

        var cases = rig.cases("facebook:900/8");
        assertThat(cases).hasSize(2);
        var second = cases.get(1);
        assertThat(cases.getFirst().successor()).isEqualTo(second.id());
        assertThat(second.related()).containsExactly(first.id());
        assertThat(second.summary().postCount()).isEqualTo(1);
        assertThat(second.id()).isEqualTo(new CaseId(new ConversationKey("facebook:900/8"), 2));
    }

    @Test
    void aReplyThatComesBeforeItsCommentIsInOneCaseWithIt() {
        rig.deliver(
                List.of(
                        reply("1_3", "1_2", "900_1", customer("7"), 5),
                        comment("1_2", "900_1", customer("7"), 0)));

        assertThat(rig.only("facebook:1_2").summary().postCount()).isEqualTo(2);
        assertThat(rig.cases("facebook:1_3")).isEmpty();
    }

    @Test
    void aCommentThatComesAfterItsReplyHasWaitedIsACaseOfItsOwnAndBothNameEachOther() {
        rig.deliver(List.of(reply("1_5", "1_4", "900_1", customer("7"), 5)));
        rig.deliver(List.of(comment("1_4", "900_1", customer("7"), 0)));

        var comment = rig.only("facebook:1_4");
        var reply = rig.only("facebook:1_5");
        assertThat(comment.related()).containsExactly(reply.id());
        assertThat(reply.related()).containsExactly(comment.id());
    }
}
