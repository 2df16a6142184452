package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command.Request.Resolve;
import earshot.domain.post.ConversationKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which step comes next, and what is read for it. */
class ConversationTest {
    private static final int DAY = 24 * 60;

    private final PolicyShelf policies = PolicyShelf.ordinary();
    private final Story story = new Story(policies);

    @Test
    void thePostOfACustomerOpensTheFirstCase() {
        var first = entry(customer("a"));
        assertThat(next(null, first, () -> Timeline.of(first)))
                .isInstanceOfSatisfying(
                        FoldStep.Open.class,
                        open -> {
                            assertThat(open.opened().id().number()).isEqualTo(1);
                            assertThat(open.opened().status()).isEqualTo(Status.OPEN);
                        });
    }

    @Test
    void aConversationInWhichNobodyAsksNeedsNothing() {
        var reply = entry(us("r"));
        assertThat(next(null, reply, () -> Timeline.of(reply))).isEqualTo(new FoldStep.Nothing());
    }

    @Test
    void aNewPostBeyondTheFrontierIsAddedWithoutALookAtTheTimeline() {
        story.hear(customer("a").at(0));
        assertThat(next(story.now(), entry(us("r").at(5)), ConversationTest::unread))
                .isInstanceOfSatisfying(
                        FoldStep.Write.class,
                        write -> assertThat(write.changed().status()).isEqualTo(Status.ANSWERED));
    }

    @Test
    void anEntryThatWasThereBeforeIsToldByTheTimelineReadOnce() {
        story.hear(customer("a").at(0));
        var reply = entry(us("r").at(5));
        var reads = new AtomicInteger();
        var step =
                conversation()
                        .next(
                                story.now(),
                                List.of(new Conversation.Touched(reply, false)),
                                () -> {
                                    reads.incrementAndGet();
                                    return story.timeline().and(Timeline.of(reply));
                                });
        assertThat(step).isInstanceOf(FoldStep.Write.class);
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatTheCaseHoldsAlreadyNeedsNothing() {
        story.hear(customer("a").at(0));
        assertThat(next(story.now(), entry(customer("a").at(0)), story::timeline))
                .isEqualTo(new FoldStep.Nothing());
    }

    @Test
    void aPostAfterTheReopenWindowLetsTheNextCaseFollowAndThenOpensIt() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        var before = story.now();
        var post = entry(customer("b").at(8 * DAY));
        Supplier<Timeline> timeline = () -> story.timeline().and(Timeline.of(post));
        var followed = next(before, post, timeline);
        var next = before.id().next();
        assertThat(followed)
                .isInstanceOfSatisfying(
                        FoldStep.FollowedByNext.class,
                        step -> {
                            var resolved = step.resolved();
                            assertThat(resolved.successor()).isEqualTo(next);
                            assertThat(resolved.version()).isEqualTo(before.version() + 1);
                        });
        assertThat(next(followed.decided().orElseThrow(), post, timeline))
                .isInstanceOfSatisfying(
                        FoldStep.Open.class,
                        open -> assertThat(open.opened().id()).isEqualTo(next));
    }

    @Test
    void aSuccessorWhoseTimelineAsksForNothingIsNotOpened() {
        story.hear(customer("a").at(0)).order(20, new Resolve(null));
        var followed = new CaseLinks(policies, minute(21)).succeeded(story.now());
        assertThat(next(followed, entry(customer("a").at(0)), story::timeline))
                .isEqualTo(new FoldStep.Nothing());
    }

    @Test
    void aLatePostBehindThePredecessorsEndIsWrittenIntoTheNewestCase() {
        story.hear(customer("a").at(0), us("r").at(10)).order(20, new Resolve(null));
        story.hear(customer("b").at(8 * DAY));
        var late = entry(customer("z").at(5).heard(9 * DAY));
        assertThat(next(story.now(), late, () -> story.timeline().and(Timeline.of(late))))
                .isInstanceOfSatisfying(
                        FoldStep.Write.class,
                        write -> {
                            assertThat(write.changed().late()).containsExactly(late.id());
                            assertThat(write.changed().version())
                                    .isEqualTo(story.now().version() + 1);
                        });
    }

    private static Timeline unread() {
        throw new AssertionError("the timeline was read");
    }

    private Entry entry(Told told) {
        return told.entry(policies);
    }

    private FoldStep next(
            @org.jspecify.annotations.Nullable Case newest,
            Entry fresh,
            Supplier<Timeline> timeline) {
        return conversation()
                .next(newest, List.of(new Conversation.Touched(fresh, true)), timeline);
    }

    private Conversation conversation() {
        return new Conversation(ConversationKey.of(Told.id("thread")), policies, minute(10 * DAY));
    }
}
