package earshot.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.queue.Limits;
import earshot.queue.Wire;
import earshot.settings.Secret;
import earshot.settings.SettingsException;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.Proof;
import earshot.webhook.Reading;
import earshot.webhook.Unreadable;
import earshot.webhook.WebSubTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What every connector keeps, whatever its network. A network's test extends this, hands over its
 * connector, and has written {@code events/<function>}: deliveries as API Gateway hands them over,
 * signed with the development secret. Beside {@code NAME.json} lies {@code NAME.expected.json},
 * what becomes of it; {@code -Dearshot.events.write=true} signs the deliveries anew, after their
 * bodies were changed by hand, and writes what becomes of them, to be read in the diff.
 *
 * <p>Two names are expected in each folder: {@code truncated-....json}, a body that was cut off,
 * and at least one {@code unknown-....json} with an event kind that the network may invent
 * tomorrow.
 */
public abstract class ConnectorContract extends EventFilesContract {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final String function;
    private final Connector connector;

    /**
     * @param function the folder of the function, which need not be called as its network is
     */
    protected ConnectorContract(String function, Connector connector) {
        super(function, connector);
        this.function = function;
        this.connector = connector;
    }

    private List<EventFile> proved() throws IOException {
        var deliveries = events().stream().filter(event -> !isRefused(event)).toList();
        assertThat(deliveries)
                .as("deliveries that something proves")
                .isNotEmpty()
                .allSatisfy(
                        event ->
                                assertThat(connector.signature().proofs())
                                        .as("what the signature says that proves " + event.name())
                                        .containsAll(provingHeaders(event))
                                        .allSatisfy(
                                                proof ->
                                                        assertRefused(
                                                                new Forgery(event, proof)
                                                                        .without())));
        return deliveries;
    }

    private FrontDoor door() {
        return new FrontDoor(connector);
    }

    @TestFactory
    Stream<DynamicTest> everyEventBecomesWhatIsWrittenBesideIt() throws IOException {
        return tests(events(), event -> event.compare(door().outcome(event)));
    }

    @TestFactory
    Stream<DynamicTest> aForgedDeliveryIsRefusedAndNothingIsQueued() throws IOException {
        return tests(
                proved(),
                event -> {
                    for (var proof : connector.signature().proofs()) {
                        var forgery = new Forgery(event, proof);
                        var value = forgery.value();
                        assertRefused(forgery.with(other(value)));
                        assertRefused(forgery.with(value + "," + value));
                        assertRefused(forgery.with(value.substring(0, value.length() - 1)));
                        assertRefused(forgery.with(""));
                        assertRefused(event.withBody(event.body() + " "));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> theSameEventTwiceHasTheSameIds() throws IOException {
        return tests(
                proved(),
                event -> {
                    var body = event.body().getBytes(UTF_8);
                    var again = read(body, NOON.plus(Duration.ofSeconds(3)));
                    assertThat(again.activities())
                            .extracting(Activity::id)
                            .isEqualTo(
                                    read(body, NOON).activities().stream()
                                            .map(Activity::id)
                                            .toList());
                });
    }

    @TestFactory
    Stream<DynamicTest> noMangledEventMakesTheConnectorThrow() throws IOException {
        return tests(
                proved(),
                event -> {
                    try {
                        for (var mangled : Mangled.of(Json.parse(event.body()))) {
                            var reading = read(mangled.write().getBytes(US_ASCII), NOON);
                            reading.unreadable().forEach(this::assertUnreadableByItself);
                        }
                    } catch (JsonException notJson) {
                        read(event.body().getBytes(UTF_8), NOON);
                    }
                });
    }

    /** It is put through the same connector again once that is mended. */
    private void assertUnreadableByItself(Unreadable unreadable) {
        var alone = unreadable.alone();
        if (alone != null) {
            var again = read(alone.getBytes(UTF_8), NOON);
            assertThat(again.unreadable()).containsExactly(unreadable);
            assertThat(again.activities()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatTheNetworkMayInventTomorrowIsIgnored() throws IOException {
        var unknown = named("unknown-");
        return tests(
                unknown,
                event -> {
                    var door = door();
                    assertThat(door.status(event)).isEqualTo(200);
                    assertThat(door.sent("posts")).isEmpty();
                    assertThat(door.sent("quarantine")).isEmpty();
                    assertThat(door.lastLine().integer("ignored")).isPositive();
                });
    }

    @Test
    void aTruncatedBodyIsKeptAsItCame() throws IOException {
        var door = door();
        var event = named("truncated-").get(0);
        assertThat(door.status(event)).isEqualTo(200);
        assertThat(door.sent("posts")).isEmpty();
        assertThat(door.quarantined())
                .hasSize(1)
                .allSatisfy(
                        kept -> assertThat(new String(kept.body(), UTF_8)).isEqualTo(event.body()));
    }

    @Test
    void anEmptySecretStopsTheFunction() {
        var secret = connector.signature().secret();
        assertThatThrownBy(() -> new FrontDoor(connector, Map.of(secret, "")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(secret);
    }

    @Test
    void theHandshakeAnswersWhoKnowsTheTokenAndNobodyElse() {
        switch (connector.handshake()) {
            case Handshake.VerifyToken(var token) -> verifyToken(door().secret(token));
            case Handshake.Crc(var secret) -> crc(door().secret(secret));
            case Handshake.WebSub(var secret) -> webSub(new Secret(door().secret(secret)));
            case Handshake.None() ->
                    assertThat(door().get("").integer("statusCode")).isEqualTo(405);
        }
    }

    private void verifyToken(String token) {
        var asked = "hub.mode=subscribe&hub.challenge=0042&hub.verify_token=";
        var answer = door().get(asked + token);
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.text("body")).isEqualTo("0042");
        for (var bad :
                List.of(asked, asked + other(token), asked + token + "&hub.mode=subscribe")) {
            assertThat(door().get(bad).integer("statusCode")).as(bad).isEqualTo(403);
            assertThat(door().get(bad).text("body")).as(bad).doesNotContain("0042");
        }
    }

    /** Compared with the signature of a body that is no token, which the delivery's check takes. */
    private void crc(String secret) {
        var answer = door().get("crc_token=crc_abc-123_XYZ");
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.get("headers").text("content-type")).isEqualTo("application/json");
        var response = Json.parse(String.valueOf(answer.text("body")).getBytes(UTF_8));
        assertThat(response.text("response_token")).matches("sha256=[A-Za-z0-9+/]{43}=");
        for (var bad : List.of("", "crc_token=", "crc_token=%7B%7D", "crc_token=a&crc_token=a")) {
            assertThat(door().get(bad).integer("statusCode")).as(bad).isEqualTo(403);
            assertThat(door().get(bad).text("body")).as(bad).doesNotContain("sha256=", secret);
        }
    }

    private void webSub(Secret hub) {
        var topic = new WebSubTopic("https://network.example/feed?of=us");
        var asked = "asked=" + topic.asked(hub);
        var named = "&hub.topic=https%3A%2F%2Fnetwork.example%2Ffeed%3Fof%3Dus";
        var rest = "&hub.challenge=0042&hub.lease_seconds=432000";
        var answer = door().get(asked + "&hub.mode=subscribe" + named + rest);
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.text("body")).isEqualTo("0042");
        for (var bad :
                List.of(
                        "hub.mode=subscribe" + named + rest,
                        other(asked) + "&hub.mode=subscribe" + named + rest,
                        asked + "&hub.mode=unsubscribe" + named + rest,
                        asked + "&hub.mode=subscribe" + named + "2" + rest,
                        asked + "&hub.mode=subscribe&hub.topic=https://evil.example/f" + rest)) {
            assertThat(door().get(bad).integer("statusCode")).as(bad).isEqualTo(404);
            assertThat(door().get(bad).text("body")).as(bad).doesNotContain("0042");
        }
    }

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyRecordedDeliveryIsRead() throws IOException {
        var corpus = System.getenv("EARSHOT_CORPUS");
        try (var files = Files.list(Path.of(corpus, "payloads", connector.network().slug()))) {
            return files.sorted().toList().stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            String.valueOf(file.getFileName()),
                                            () -> recorded(Files.readAllBytes(file))));
        }
    }

    private void recorded(byte[] body) {
        var reading = read(body, NOON);
        int elements =
                reading.activities().size()
                        + reading.toFetch().size()
                        + reading.unreadable().size()
                        + reading.ignored().size();
        assertThat(elements).as("elements that ended somewhere").isPositive();
        for (var activity : reading.activities()) {
            var kept = Limits.keep(activity);
            assertThat(Wire.activity(Wire.encode(kept))).isEqualTo(kept);
        }
    }

    private Reading read(byte[] body, Instant at) {
        return connector.read(new Delivery(at, "r1", Map.of(), body, null));
    }

    private void assertRefused(EventFile forged) {
        var door = door();
        assertThat(door.status(forged)).isEqualTo(connector.signature().refusal());
        assertThat(door.lastLine().text("decision")).isEqualTo("refused");
        assertThat(door.sentAnything()).isFalse();
    }

    private boolean isRefused(EventFile event) {
        var door = door();
        door.status(event);
        return "refused".equals(door.lastLine().text("decision"));
    }

    /** The headers without which the event is not proved, found by leaving out each. */
    private List<Proof> provingHeaders(EventFile event) {
        return event.headers().stream()
                .<Proof>map(Proof.Header::new)
                .filter(header -> isRefused(new Forgery(event, header).without()))
                .toList();
    }

    private List<EventFile> named(String beginning) throws IOException {
        var found = events().stream().filter(event -> event.name().startsWith(beginning)).toList();
        assertThat(found).as("events/" + function + "/" + beginning + "*.json").isNotEmpty();
        return found;
    }

    private static String other(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last == '0' ? '1' : '0');
    }
}
