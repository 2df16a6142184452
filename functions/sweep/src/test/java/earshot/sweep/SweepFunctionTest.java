package earshot.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.casebook.CaseTable;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Conversation;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Mute;
import earshot.domain.cases.Reminder;
import earshot.domain.cases.Timeline;
import earshot.domain.policy.Side;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.queue.NoticeReference;
import earshot.queue.Wire;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ExtendWith(LocalCloudExtension.class)
class SweepFunctionTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final MovableClock clock = MovableClock.at(NOON);
    private final LocalCloud cloud;
    private final SweepFunction sweep;
    private final CaseTable table;

    SweepFunctionTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.sweep = new SweepFunction(cloud.environment(), clock);
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    @BeforeEach
    void empty() {
        cloud.reset();
        clock.moveTo(NOON);
    }

    @Test
    void whatIsOverdueIsWokenAtOnceUnderTheStepThatItShows() {
        var stepKey = waits("1");
        clock.moveTo(stepKey.plusSeconds(3600));

        run();

        var woken = Wire.clock(received().getFirst().body());
        assertThat(woken.caseId().conversation().value()).isEqualTo("facebook:1");
        assertThat(Instant.parse(woken.stepKey())).isEqualTo(stepKey);
    }

    @Test
    void whatIsNearIsSentAheadAndHeldByTheQueueUntilItIsTime() {
        clock.moveTo(waits("1").minusSeconds(149));

        run();

        assertThat(received()).isEmpty();
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void whatIsFarIsLeftForALaterMinute() {
        clock.moveTo(waits("1").minusSeconds(151));

        run();

        assertThat(held()).isZero();
        assertThat(received()).isEmpty();
    }

    @Test
    void aHeldNoticeIsSentToTheNoticesWhenItsMuteIsOver() {
        var held = held("1", NOON.plusSeconds(600));

        clock.moveTo(NOON.plusSeconds(599));
        run();
        assertThat(cloud.drain("NoticesQueue")).isEmpty();

        clock.moveTo(NOON.plusSeconds(600));
        run();
        assertThat(cloud.drain("NoticesQueue")).containsExactly(Wire.encode(held));
        assertThat(cloud.drain("ClockQueue")).as("a notice is no case").isEmpty();
    }

    @Test
    void whileAMuteIsSettlingAllThatIsHeldIsLookedAtAgain() {
        var held = held("1", NOON.plusSeconds(600));
        table.mutes().put(new Mute("triage", NOON.plusSeconds(600), "ann", NOON, null));
        assertThat(table.mutes().end("triage", "ann", NOON.plusSeconds(30))).isPresent();

        clock.moveTo(NOON.plusSeconds(60));
        run();
        assertThat(cloud.drain("NoticesQueue")).containsExactly(Wire.encode(held));

        clock.moveTo(NOON.plusSeconds(240));
        run();
        assertThat(cloud.drain("NoticesQueue")).isEmpty();
    }

    @Test
    void aSweepThatIsStoppedAnywhereIsMadeUpForByTheNext() {
        var held = held("1", NOON);
        for (int calls = 0; !CallTap.endsWithin(calls, this::run); calls++) {
            assertThat(table.notices().held(NOON)).containsExactly(held);
        }
        assertThat(cloud.drain("NoticesQueue")).containsOnly(Wire.encode(held)).isNotEmpty();
    }

    /** A notice that is held until an instant. */
    private NoticeReference held(String id, Instant until) {
        var policies = table.policies(clock);
        waits(id);
        var of =
                table.cases()
                        .find(new CaseId(new ConversationKey("facebook:" + id), 1))
                        .orElseThrow();
        var cycle = Objects.requireNonNull(of.openCycle());
        var notice = new Reminder(policies, NOON).notice(of, cycle, "due", "team:triage", NOON);
        var reference = table.notices().put(notice);
        table.notices()
                .hold(
                        table.notices().find(reference).orElseThrow(),
                        new Mute("triage", until, "ann", NOON, null));
        return reference;
    }

    /** Somebody has waited since noon; returns the instant of the first step. */
    private Instant waits(String id) {
        var policies = table.policies(clock);
        var post =
                new Post(
                        new PostId(new Network("facebook"), id),
                        "900",
                        Surface.POST,
                        new Placement.Root(),
                        new Author.Customer("7", null, "Ida", null),
                        Moment.of(NOON, NOON),
                        "Hello?",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        false);
        var conversation = ConversationKey.of(post.id());
        var entry = Entry.of(post, Side.CUSTOMER, policies.current().rule(post, Side.CUSTOMER));
        table.entries().file(conversation, entry, List.of());
        var opened =
                new Conversation(conversation, policies, NOON)
                        .next(null, List.of(), () -> Timeline.of(entry))
                        .decided()
                        .orElseThrow();
        assertThat(table.cases().write(opened)).isTrue();
        var stepKey = opened.stepKey();
        assertThat(stepKey).isNotNull();
        return Objects.requireNonNull(stepKey);
    }

    private void run() {
        sweep.handle(InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    private List<Message> received() {
        var url = cloud.queueUrl("ClockQueue");
        return cloud.sqs()
                .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages();
    }

    private int held() {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
        var url = cloud.queueUrl("ClockQueue");
        return Integer.parseInt(
                cloud.sqs()
                        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(name))
                        .attributes()
                        .getOrDefault(name, "0"));
    }
}
