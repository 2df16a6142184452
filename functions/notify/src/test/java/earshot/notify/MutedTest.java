package earshot.notify;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices;
import earshot.domain.cases.Case;
import earshot.domain.cases.Command;
import earshot.domain.cases.Commands;
import earshot.domain.cases.Conversation;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Mute;
import earshot.domain.cases.Notice;
import earshot.domain.cases.Pending;
import earshot.domain.cases.Reminder;
import earshot.domain.cases.Timeline;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Side;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.queue.NoticeReference;
import earshot.queue.Wire;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import earshot.testkit.UnaskedContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A muted team is told later what still has to be told, and nothing else. */
@ExtendWith(LocalCloudExtension.class)
final class MutedTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Instant EVENING = NOON.plus(Duration.ofHours(8));
    private static final String TEAM = "triage";

    private final LocalCloud cloud;
    private final MovableClock clock = MovableClock.at(NOON);
    private final CaseTable table;
    private final Notices notices;
    private final Policies policies;
    private Receiver receiver;
    private NotifyFunction function;

    MutedTest(LocalCloud cloud) throws IOException {
        this.cloud = cloud;
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
        this.notices = table.notices();
        this.policies = table.policies(clock);
        this.receiver = Receiver.start();
        this.function = function();
    }

    @BeforeEach
    void listen() {
        cloud.reset();
        clock.moveTo(NOON);
        function = function();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private NotifyFunction function() {
        var environment = new LinkedHashMap<>(cloud.environment());
        environment.put("EARSHOT_NOTIFY_URL", receiver.url().toString());
        environment.put("EARSHOT_NOTIFY_SECRET", "whsec_ZGV2ZWxvcG1lbnQtbm90aWNlLXNlY3JldA==");
        environment.remove("EARSHOT_QUEUE_ANNOUNCEMENTS");
        return new NotifyFunction(environment, clock);
    }

    @Test
    void aNoticeOfAMutedTeamIsHeldInSightOfTheSweepAndToldAfterwards() {
        var step = due(waits("1")).getFirst();
        mute(EVENING);

        deliver(step);

        assertThat(receiver.calls()).isEmpty();
        assertThat(state(step)).isEqualTo("held");
        assertThat(notices.held(EVENING.minusMillis(1))).isEmpty();
        assertThat(notices.held(EVENING)).containsExactly(step);

        clock.moveTo(EVENING);
        deliver(step);

        assertThat(told()).containsExactly(Letter.key(step));
        assertThat(state(step)).isEqualTo("sent");
        assertThat(notices.held(null)).isEmpty();
    }

    @Test
    void whatWasAnsweredMeanwhileIsMarkedAndNotTold() {
        var waits = waits("1");
        var step = due(waits).getFirst();
        mute(EVENING);
        deliver(step);
        resolve(waits);

        clock.moveTo(EVENING);
        deliver(step, step);
        deliver(step);

        assertThat(receiver.calls()).isEmpty();
        assertThat(state(step)).isEqualTo("overtaken");
        assertThat(notices.held(null)).isEmpty();
    }

    @Test
    void ofSeveralStepsOfOneWaitTheLastIsToldAlone() {
        var waits = waits("1");
        var first = due(waits).getFirst();
        mute(EVENING);
        deliver(first);
        var last = due(current(waits)).getFirst();
        deliver(last);

        clock.moveTo(EVENING);
        deliver(first, last);

        assertThat(told()).containsExactly(Letter.key(last));
        assertThat(state(first)).isEqualTo("overtaken");
    }

    @Test
    void aMuteThatIsMadeLongerHoldsOnAndOneThatIsEndedHoldsNoMore() {
        var step = due(waits("1")).getFirst();
        mute(EVENING);
        deliver(step);
        mute(EVENING.plusSeconds(60));
        deliver(step);
        assertThat(notices.held(EVENING)).isEmpty();
        assertThat(notices.held(EVENING.plusSeconds(60))).containsExactly(step);

        assertThat(table.mutes().end(TEAM, "ann", clock.instant())).isPresent();
        assertThat(table.mutes().areSettling(clock.instant())).isTrue();
        deliver(step);

        assertThat(told()).containsExactly(Letter.key(step));
        assertThat(table.mutes().end(TEAM, "ann", clock.instant())).isEmpty();
    }

    @Test
    void otherTeamsAreToldAtOnce() {
        var step = due(waits("1")).getFirst();
        table.mutes().put(new Mute("care", EVENING, "ann", clock.instant(), null));

        deliver(step);

        assertThat(told()).containsExactly(Letter.key(step));
    }

    @Test
    void aCorrectionOfWhatWasNeverToldIsNotToldEither() {
        var waits = waits("1");
        var breach = breach(waits);
        mute(EVENING);
        deliver(breach);
        var correction = correction(breach);
        deliver(correction);
        resolve(current(waits));

        clock.moveTo(EVENING);
        deliver(correction, breach);

        assertThat(receiver.calls()).isEmpty();
        assertThat(state(breach)).isEqualTo("overtaken");
        assertThat(state(correction)).isEqualTo("overtaken");
    }

    @Test
    void aCorrectionOfWhatWasToldIsHeldAndThenTold() {
        var waits = waits("1");
        var breach = breach(waits);
        deliver(breach);
        mute(EVENING);
        var correction = correction(breach);
        deliver(correction);
        assertThat(state(correction)).isEqualTo("held");

        clock.moveTo(EVENING);
        deliver(correction);

        assertThat(told()).containsExactly(Letter.key(breach), Letter.key(correction));
    }

    @Test
    void aReceiverThatIsAwayAtTheReleaseIsToldLaterUnlessItWasAnsweredByThen() {
        var kept = due(waits("1")).getFirst();
        clock.moveTo(NOON);
        var answered = waits("2");
        var dropped = due(answered).getFirst();
        mute(EVENING);
        deliver(kept, dropped);
        clock.moveTo(EVENING);
        receiver.answers(_ -> 410);
        deliver(kept, dropped);
        assertThat(notices.held(null)).as("the messages alone bring them now").isEmpty();
        resolve(answered);

        receiver.answers(_ -> 204);
        deliver(kept, dropped);

        assertThat(receiver.taken()).hasSize(1);
        assertThat(state(kept)).isEqualTo("sent");
        assertThat(state(dropped)).isEqualTo("overtaken");
    }

    /** Stopped before each of its calls in turn: the message comes again, as a queue sees to. */
    @Test
    void whereverItIsStoppedNothingIsLostAndNothingIsToldInTheMute() {
        var step = due(waits("1")).getFirst();
        mute(EVENING);
        for (int calls = 0; !CallTap.endsWithin(calls, () -> deliver(step)); calls++) {
            assertThat(state(step)).isIn("decided", "held");
        }
        assertThat(notices.held(EVENING)).containsExactly(step);

        clock.moveTo(EVENING);
        for (int calls = 0; !CallTap.endsWithin(calls, () -> deliver(step)); calls++) {
            // In sight of the sweep, or released by a message that is not yet deleted.
            assertThat(state(step)).isIn("held", "released");
        }

        assertThat(told()).containsExactly(Letter.key(step));
        assertThat(state(step)).isEqualTo("sent");
    }

    private void mute(Instant until) {
        table.mutes().put(new Mute(TEAM, until, "ann", clock.instant(), "moving house"));
    }

    private String state(NoticeReference reference) {
        return notices.find(reference).orElseThrow().state();
    }

    private List<String> told() {
        return receiver.calls().stream().flatMap(call -> call.keys().stream()).toList();
    }

    /** Somebody has waited since noon. */
    private Case waits(String id) {
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
        var opened =
                new Conversation(conversation, policies, NOON)
                        .next(null, List.of(), () -> Timeline.of(entry))
                        .decided()
                        .orElseThrow();
        assertThat(table.cases().write(opened)).isTrue();
        return opened;
    }

    private Case current(Case of) {
        return table.cases().find(of.id()).orElseThrow();
    }

    /** Moves to a case's next step and puts the notices that it decides. */
    private List<NoticeReference> due(Case of) {
        var at = Objects.requireNonNull(of.stepKey());
        clock.moveTo(at);
        var decided = new Reminder(policies, at).decide(of);
        var told = decided.pending().stream().filter(Pending.Tell.class::isInstance);
        var references =
                told.map(Pending.Tell.class::cast).map(tell -> notices.put(tell.notice())).toList();
        write(new Reminder(policies, at).carriedOut(decided, decided.pending()), of);
        return references;
    }

    private NoticeReference breach(Case of) {
        var reference = due(of).getFirst();
        while (notices.find(reference)
                .map(Notices.StoredNotice::notice)
                .filter(this::isBreach)
                .isEmpty()) {
            reference = due(current(of)).getFirst();
        }
        return reference;
    }

    private boolean isBreach(Notice notice) {
        return !notice.why().stepAt().isBefore(notice.why().dueAt());
    }

    private NoticeReference correction(NoticeReference of) {
        return notices.put(notices.find(of).orElseThrow().notice().corrected(clock.instant()));
    }

    private void resolve(Case of) {
        var before = current(of);
        var command =
                new Command(
                        "c" + before.version(),
                        before.id(),
                        clock.instant(),
                        "ann",
                        null,
                        new Command.Request.Resolve("done"));
        var after = new Commands(policies, clock.instant()).apply(before, command);
        write(new Reminder(policies, clock.instant()).carriedOut(after, after.pending()), before);
    }

    private void write(Case after, Case before) {
        assertThat(table.cases().write(after.change().version(before.version() + 1).done()))
                .isTrue();
    }

    private void deliver(NoticeReference... references) {
        List<Json> records = new ArrayList<>();
        Stream.of(references)
                .forEach(
                        reference ->
                                records.add(
                                        Json.object()
                                                .with("messageId", "m" + records.size())
                                                .with("receiptHandle", "r")
                                                .with("body", Wire.encode(reference))
                                                .with(
                                                        "attributes",
                                                        Json.object()
                                                                .with(
                                                                        "ApproximateReceiveCount",
                                                                        "1")
                                                                .with(
                                                                        "SentTimestamp",
                                                                        "1772452800000")
                                                                .build())
                                                .build()));
        var event = Json.object().with("Records", new JsonArray(records)).write();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.US_ASCII)),
                    new ByteArrayOutputStream(),
                    UnaskedContext.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
