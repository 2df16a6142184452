package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.queue.Message;
import earshot.queue.QuarantineWire;
import earshot.queue.QueueException;
import earshot.queue.Wire;
import earshot.settings.SettingsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookEndpointTest {
    private final Stage stage = new Stage();

    @Test
    void eachElementGoesToItsQueueAndIsAnsweredWith200() {
        var answer = stage.deliver("[\"one\",\"bad\",\"point\",\"ignore\",\"two\"]");
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(stage.queue("posts"))
                .extracting(message -> Wire.activity(message.body()))
                .extracting(Activity::id)
                .extracting(id -> id.value())
                .containsExactly("one", "two");
        assertThat(stage.queue("fetches"))
                .extracting(message -> Wire.pointer(message.body()).id())
                .containsExactly("1");
        var kept = QuarantineWire.read(bodies("quarantine"));
        assertThat(new String(kept.body(), UTF_8)).isEqualTo("[\"bad\"]");
        assertThat(kept.reason()).isEqualTo("no id");
    }

    @Test
    void aBodyThatIsNotReadableIsKeptByteForByteWithoutWhatProvedIt() {
        var body = new byte[] {'[', (byte) 0xe9, '"'};
        var headers =
                Map.of(
                        "x-hub-signature-256", "sha256=" + Stage.hmac(Stage.SECRET, body),
                        "cookie", "c",
                        "authorization", "a",
                        "user-agent", "network/1");
        assertThat(stage.post(body, headers).integer("statusCode")).isEqualTo(200);
        var kept = QuarantineWire.read(bodies("quarantine"));
        assertThat(kept.body()).isEqualTo(body);
        assertThat(kept.headers()).isEqualTo(Map.of("user-agent", "network/1"));
        assertThat(kept.id()).isEqualTo("r1/1");
        assertThat(kept.receivedAt()).isEqualTo(Stage.NOON);
    }

    @Test
    void aBodyOfSeveralMegabytesIsTaken() {
        var random = new byte[3_500_000];
        new Random(7).nextBytes(random);
        assertThat(stage.deliver(random).integer("statusCode")).isEqualTo(200);
        assertThat(QuarantineWire.read(bodies("quarantine")).body()).isEqualTo(random);
        assertThat(stage.queue("quarantine")).hasSizeGreaterThan(3);
    }

    @Test
    void aBugOfTheConnectorLosesNothing() {
        assertThat(stage.deliver("[\"one\",\"bug\"]").integer("statusCode")).isEqualTo(200);
        assertThat(stage.queue("posts")).isEmpty();
        assertThat(QuarantineWire.read(bodies("quarantine")).reason())
                .isEqualTo("the connector failed");
        assertThat(stage.log()).contains("\"connectorFaults\":1").doesNotContain("hunter2");
    }

    @Test
    void whatTheQueueRefusesIsAnsweredWith500SoThatItComesAgain() {
        stage.with(
                (queue, messages) -> {
                    if (queue.equals("fetches") && !messages.isEmpty()) {
                        throw failure();
                    }
                    stage.remember(queue, messages);
                });
        assertThat(stage.deliver("[\"one\",\"point\"]").integer("statusCode")).isEqualTo(500);
        assertThat(stage.log()).contains("\"unsent\":1");
    }

    @Test
    void anUnprovedDeliveryQueuesNothing() {
        var body = "[\"one\"]".getBytes(UTF_8);
        var good = "sha256=" + Stage.hmac(Stage.SECRET, body);
        for (var bad : List.of("", "sha256=", good + "," + good, good + ", " + good, "sha1=00")) {
            var answer = stage.post(body, Map.of("x-hub-signature-256", bad));
            assertThat(answer.integer("statusCode")).as(bad).isEqualTo(401);
        }
        var upper =
                Map.of(
                        "x-hub-signature-256",
                        "sha256=" + good.substring(7).toUpperCase(Locale.ROOT));
        assertThat(stage.post(body, upper).integer("statusCode")).isEqualTo(401);
        assertThat(stage.post(body, Map.of()).integer("statusCode")).isEqualTo(401);
        assertThat(stage.queues).isEmpty();
        assertThat(stage.log()).contains("\"refused\":1").doesNotContain(good);
    }

    @Test
    void anOlderSignatureBesideIsNeverLookedAt() {
        var body = "[\"one\"]".getBytes(UTF_8);
        var good = "sha256=" + Stage.hmac(Stage.SECRET, body);
        var both = Map.of("X-Hub-Signature-256", good, "X-Hub-Signature", "sha1=wrong");
        assertThat(stage.post(body, both).integer("statusCode")).isEqualTo(200);
    }

    @Test
    void headersThatDifferInCaseOnlyAreTwoValues() {
        var body = "[\"one\"]".getBytes(UTF_8);
        var good = "sha256=" + Stage.hmac(Stage.SECRET, body);
        var twice = Map.of("X-Hub-Signature-256", good, "x-hub-signature-256", good);
        assertThat(stage.post(body, twice).integer("statusCode")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "one,", ","})
    void anEmptySecretStopsTheFunction(String secret) {
        assertThatThrownBy(() -> stage.with("SECRET", secret).endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", ""})
    void otherMethodsAreNotAllowed(String method) {
        var answer = stage.call(method, "", Map.of(), new byte[0]);
        assertThat(answer.integer("statusCode")).isEqualTo(405);
        assertThat(answer.get("headers").text("allow")).isEqualTo("GET, POST");
    }

    @Test
    void aFormIsKeptAndItsSenderIsToldThatItIsNotTaken() {
        var body = "a=b".getBytes(UTF_8);
        var headers =
                Map.of(
                        "x-hub-signature-256",
                        "sha256=" + Stage.hmac(Stage.SECRET, body),
                        "content-type",
                        "application/x-www-form-urlencoded");
        assertThat(stage.post(body, headers).integer("statusCode")).isEqualTo(415);
        assertThat(QuarantineWire.read(bodies("quarantine")).body()).isEqualTo(body);
    }

    @Test
    void aTextBodyThatTheGatewayDidNotEncodeIsProvedToo() throws IOException {
        var body = "[\"\u00e4\"]";
        var event =
                Json.object()
                        .with(
                                "headers",
                                Json.object()
                                        .with(
                                                "x-hub-signature-256",
                                                "sha256="
                                                        + Stage.hmac(
                                                                Stage.SECRET, body.getBytes(UTF_8)))
                                        .build())
                        .with(
                                "requestContext",
                                Json.object()
                                        .with("http", Json.object().with("method", "POST").build())
                                        .build())
                        .with("body", body);
        var out = new ByteArrayOutputStream();
        stage.endpoint().handle(new ByteArrayInputStream(event.write().getBytes(UTF_8)), out);
        assertThat(Json.parse(out.toByteArray()).integer("statusCode")).isEqualTo(200);
        assertThat(stage.queue("posts")).hasSize(1);
    }

    @Test
    void oneLineIsLoggedForEachDecisionWithItsCounts() {
        stage.deliver("[\"one\",\"ignore\",\"ignore\"]");
        assertThat(stage.log().lines()).hasSize(1);
        var line = Json.parse(stage.log().strip());
        assertThat(line.text("decision")).isEqualTo("queued");
        assertThat(line.text("requestId")).isEqualTo("r1");
        assertThat(line.integer("activities")).isEqualTo(1);
        assertThat(line.integer("ignored")).isEqualTo(2);
        assertThat(line.get("ignoredKinds").integer("madeup/hey?you")).isEqualTo(2);
        assertThat(line.items("posts").get(0).text()).isEqualTo("madeup:one");
        assertThat(line.integer("quarantined")).isZero();
        assertThat(line.text("network")).isEqualTo("madeup");
        assertThat(line.text("at")).isEqualTo(Stage.NOON.toString().replace("Z", ".000Z"));
    }

    private List<String> bodies(String queue) {
        return stage.queue(queue).stream().map(Message::body).toList();
    }

    private static RuntimeException failure() {
        return new QueueException(1, 1, "fetches", null);
    }
}
