package earshot.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices;
import earshot.domain.cases.Notice;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.policy.PolicyReader;
import earshot.queue.NoticeReference;
import earshot.queue.Wire;
import earshot.settings.SettingsException;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import earshot.testkit.UnaskedContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
final class NotifyFunctionTest {
    private static final String SECRET = "whsec_ZGV2ZWxvcG1lbnQtbm90aWNlLXNlY3JldA==";
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalCloud cloud;
    private final Notices notices;
    private final MovableClock clock = MovableClock.at(Decided.NOON.plusSeconds(1));
    // Names of their own for each test: what others left does not matter.
    private final String test = "t" + TESTS.incrementAndGet();
    private Receiver receiver;

    NotifyFunctionTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.notices = new CaseTable(cloud.dynamoDb(), cloud.table()).notices();
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private NotifyFunction function(Map<String, String> more) {
        var environment = new LinkedHashMap<>(cloud.environment());
        environment.put("EARSHOT_NOTIFY_URL", receiver.url().toString());
        environment.put("EARSHOT_NOTIFY_SECRET", SECRET);
        environment.remove("EARSHOT_QUEUE_ANNOUNCEMENTS");
        environment.putAll(more);
        return new NotifyFunction(environment, clock);
    }

    private NotifyFunction function() {
        return function(Map.of());
    }

    private String recipient() {
        return "team:" + test;
    }

    private Decided decided(int number) {
        return Decided.of("%s_%03d".formatted(test, number)).to(recipient());
    }

    private NoticeReference put(Decided decided) {
        return notices.put(decided.notice());
    }

    /** The bodies of a batch, the message ids being their places in it. */
    private static List<String> call(NotifyFunction function, List<String> bodies) {
        List<Json> records = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            records.add(
                    Json.object()
                            .with("messageId", "m" + i)
                            .with("receiptHandle", "r" + i)
                            .with("body", bodies.get(i))
                            .with(
                                    "attributes",
                                    Json.object()
                                            .with("ApproximateReceiveCount", "1")
                                            .with("SentTimestamp", "1772452800000")
                                            .build())
                            .build());
        }
        var event = Json.object().with("Records", new JsonArray(records)).write();
        var answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(UTF_8)), answer, UnaskedContext.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(answer.toByteArray()).items("batchItemFailures").stream()
                .map(failure -> String.valueOf(failure.text("itemIdentifier")))
                .toList();
    }

    private static List<String> deliver(NotifyFunction function, NoticeReference... references) {
        return call(function, List.of(references).stream().map(Wire::encode).toList());
    }

    private Notices.StoredNotice kept(NoticeReference reference) {
        return notices.find(reference).orElseThrow();
    }

    @Test
    void aNoticeIsPostedSignedAndNotedAsSent() {
        var reference = put(decided(1));
        assertThat(deliver(function(), reference)).isEmpty();
        var call = receiver.calls().getFirst();
        assertThat(call.isSignedWith(SECRET, clock.instant())).isTrue();
        assertThat(call.type()).isEqualTo("notice");
        assertThat(call.keys()).containsExactly(Letter.key(reference));
        assertThat(call.json().get("data").text("overdue")).isEqualTo("PT1S");
        assertThat(kept(reference).state()).isEqualTo("sent");
        assertThat(kept(reference).channel()).isEqualTo("webhook");
        assertThat(kept(reference).sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void aNoticeThatIsNamedAgainIsNotSentAgain() {
        var reference = put(decided(1));
        var function = function();
        assertThat(deliver(function, reference, reference)).isEmpty();
        assertThat(deliver(function, reference)).isEmpty();
        put(decided(1));
        assertThat(deliver(function, reference)).isEmpty();
        assertThat(receiver.calls()).hasSize(1);
    }

    /** Case 20: 800 cases breach in one minute. */
    @Test
    void aStormLeavesAsFiveSingleNoticesAndListsOldestDueFirst() {
        var references =
                new ArrayList<>(
                        IntStream.range(0, 800)
                                .mapToObj(i -> put(decided(i).dueAt(Decided.NOON.minusSeconds(i))))
                                .toList());
        Collections.shuffle(references, new Random(20));
        var function = function();
        for (int from = 0; from < 800; from += 100) {
            clock.advance(Duration.ofSeconds(1));
            var batch = references.subList(from, from + 100).toArray(NoticeReference[]::new);
            assertThat(deliver(function, batch)).isEmpty();
        }
        var calls = receiver.calls();
        assertThat(calls.stream().map(Receiver.Call::type).toList())
                .startsWith("notice", "notice", "notice", "notice", "notice", "notices")
                .hasSize(5 + 8);
        assertThat(calls.subList(5, 13)).allMatch(call -> call.type().equals("notices"));
        assertThat(calls.stream().flatMap(call -> call.keys().stream()))
                .hasSize(800)
                .containsExactlyInAnyOrderElementsOf(references.stream().map(Letter::key).toList());
        assertThat(calls.subList(0, 6).stream().flatMap(call -> call.texts("dueAt").stream()))
                .hasSize(100)
                .isSorted();
        assertThat(calls.subList(6, 13))
                .allSatisfy(call -> assertThat(call.texts("dueAt")).hasSize(100).isSorted());
        assertThat(references).allMatch(reference -> kept(reference).isSent());
        assertThat(new HashSet<>(calls.stream().map(Receiver.Call::id).toList())).hasSize(13);
    }

    @Test
    void theNextMinuteBeginsWithSingleNoticesAgain() {
        var function = function();
        var first =
                IntStream.range(0, 6)
                        .mapToObj(i -> put(decided(i)))
                        .toArray(NoticeReference[]::new);
        deliver(function, first);
        clock.advance(Duration.ofSeconds(59));
        deliver(function, put(decided(6)));
        clock.advance(Duration.ofSeconds(1));
        deliver(function, put(decided(7)));
        assertThat(receiver.calls())
                .extracting(Receiver.Call::type)
                .containsExactly(
                        "notice", "notice", "notice", "notice", "notice", "notices", "notices",
                        "notice");
    }

    @Test
    void oneRecipientsStormLeavesAnothersNoticeAlone() {
        var other = put(decided(0).to("person:" + test));
        var batch = new ArrayList<>(IntStream.range(1, 40).mapToObj(i -> put(decided(i))).toList());
        batch.add(other);
        assertThat(deliver(function(), batch.toArray(NoticeReference[]::new))).isEmpty();
        assertThat(receiver.calls())
                .filteredOn(call -> call.keys().contains(Letter.key(other)))
                .singleElement()
                .returns("notice", Receiver.Call::type);
        assertThat(receiver.calls()).hasSize(1 + 5 + 1);
    }

    @Test
    void whatAReceiverDidNotTakeComesAgainUnderTheSameIdUntilItDoes() {
        var reference = put(decided(1));
        var function = function();
        receiver.answers(_ -> 503);
        assertThat(deliver(function, reference, reference)).containsExactly("m0", "m1");
        assertThat(kept(reference).isSent()).isFalse();
        receiver.answers(_ -> 200);
        assertThat(deliver(function, reference)).isEmpty();
        assertThat(deliver(function, reference)).isEmpty();
        assertThat(receiver.taken()).hasSize(1);
        assertThat(new HashSet<>(receiver.calls().stream().map(Receiver.Call::id).toList()))
                .hasSize(1);
    }

    @Test
    void onlyWhatWasNotDeliveredComesAgain() {
        var refused = put(decided(1));
        var taken = put(decided(2).to("person:" + test));
        receiver.answers(call -> call.keys().contains(Letter.key(refused)) ? 410 : 200);
        assertThat(deliver(function(), taken, refused)).containsExactly("m1");
        assertThat(kept(taken).isSent()).isTrue();
        assertThat(kept(refused).isSent()).isFalse();
    }

    @Test
    void aListThatIsRefusedComesAgainAsAWhole() {
        var references =
                IntStream.range(0, 8)
                        .mapToObj(i -> put(decided(i)))
                        .toArray(NoticeReference[]::new);
        receiver.answers(call -> call.type().equals("notices") ? 400 : 200);
        var function = function();
        assertThat(deliver(function, references)).containsExactly("m5", "m6", "m7");
        receiver.answers(_ -> 200);
        assertThat(deliver(function, references)).isEmpty();
        assertThat(receiver.taken().stream().flatMap(call -> call.keys().stream()))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMessageThatNobodyCanReadEndsInTheDeadLettersAndItsNeighboursAreDelivered() {
        var reference = put(decided(1));
        var bodies = List.of("no JSON", Wire.encode(reference), "{\"v\":9,\"pk\":\"a\"}");
        assertThat(call(function(), bodies)).containsExactly("m0", "m2");
        assertThat(kept(reference).isSent()).isTrue();
    }

    @Test
    void aNoticeThatIsNotThereIsDoneWith() {
        assertThat(deliver(function(), new NoticeReference("facebook:gone", "NOTICE#1"))).isEmpty();
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void anEmptyBatchIsDone() {
        assertThat(deliver(function())).isEmpty();
    }

    @Test
    void withoutAUrlTheLogIsTheChannel() {
        var reference = put(decided(1));
        var function = function(Map.of("EARSHOT_NOTIFY_URL", "", "EARSHOT_NOTIFY_SECRET", ""));
        assertThat(deliver(function, reference)).isEmpty();
        assertThat(kept(reference).channel()).isEqualTo("log");
        assertThat(kept(reference).sentAt()).isEqualTo(clock.instant());
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void aUrlWithoutASecretStopsTheFunctionAtItsStart() {
        assertThatThrownBy(() -> function(Map.of("EARSHOT_NOTIFY_SECRET", "")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("EARSHOT_NOTIFY_SECRET");
    }

    @Test
    void eachDeliveredNoticeIsAnnouncedAlone() {
        var queue = cloud.queueUrl("AnnouncementsQueue");
        var function = function(Map.of("EARSHOT_QUEUE_ANNOUNCEMENTS", queue));
        var references =
                IntStream.range(0, 7)
                        .mapToObj(i -> put(decided(i)))
                        .toArray(NoticeReference[]::new);
        receiver.answers(call -> call.number() == 1 ? 400 : 200);
        assertThat(deliver(function, references)).containsExactly("m0");
        List<String> announced = new ArrayList<>();
        while (announced.size() < 6) {
            var messages =
                    cloud.sqs()
                            .receiveMessage(
                                    r ->
                                            r.queueUrl(queue)
                                                    .maxNumberOfMessages(10)
                                                    .waitTimeSeconds(5))
                            .messages();
            assertThat(messages).isNotEmpty();
            messages.forEach(
                    message ->
                            announced.add(
                                    String.valueOf(
                                            Json.parse(message.body()).get("data").text("key"))));
        }
        assertThat(announced)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(references).subList(1, 7).stream().map(Letter::key).toList());
    }

    @Test
    void whatCouldNotBeAnnouncedComesAgain() {
        var nowhere = cloud.queueUrl("AnnouncementsQueue") + "-gone";
        var reference = put(decided(1));
        assertThat(deliver(function(Map.of("EARSHOT_QUEUE_ANNOUNCEMENTS", nowhere)), reference))
                .containsExactly("m0");
        assertThat(kept(reference).isSent()).isFalse();
        assertThat(deliver(function(), reference)).isEmpty();
        assertThat(new HashSet<>(receiver.taken().stream().map(Receiver.Call::id).toList()))
                .hasSize(1);
    }

    @Test
    void timesAreToldInTheZoneOfTheRecipient() {
        new CaseTable(cloud.dynamoDb(), cloud.table()).policies(clock).push(zoned(), "test");
        deliver(
                function(),
                put(decided(1).to("person:zoe")),
                put(decided(2).to("person:unknown-" + test)));
        assertThat(receiver.calls().stream().flatMap(call -> call.texts("zone").stream()))
                .containsExactlyInAnyOrder("Asia/Kolkata", "Z");
        assertThat(receiver.calls().stream().flatMap(call -> call.texts("dueInZone").stream()))
                .containsExactlyInAnyOrder("2026-03-02T17:30:00+05:30", "2026-03-02T12:00:00Z");
    }

    private static String zoned() {
        try (var file = PolicyReader.class.getResourceAsStream("default-policy.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .replace(
                            "people: {}",
                            "people:\n  zoe: {name: Zoe, teams: [care], zone: Asia/Kolkata}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCorrectionTakesTheSameWay() {
        var told = decided(1).notice();
        deliver(function(), notices.put(told.corrected(clock.instant())));
        var call = receiver.calls().getFirst();
        assertThat(call.texts("kind")).containsExactly("corrected");
        assertThat(call.texts("step")).containsExactly(Notice.CORRECTED);
    }
}
