package earshot.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that checks the signature by itself, step by step as AWS documents it. */
final class SignedQueueSenderTest {
    private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/posts";
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-02-03T12:00:00Z"), ZoneOffset.UTC);

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<Json> bodies = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> clientPorts = new HashSet<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBatchIsSentByOneSignedRequest() {
        sender(Map.of()).send(QUEUE, List.of(new Message("{\"t\":\"\\u00e4\"}", 7)));
        assertThat(faults).isEmpty();
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0).text("QueueUrl")).isEqualTo(QUEUE);
        var entry = bodies.get(0).items("Entries").get(0);
        assertThat(entry.text("MessageBody")).isEqualTo("{\"t\":\"\\u00e4\"}");
        assertThat(entry.integer("DelaySeconds")).isEqualTo(7);
    }

    @Test
    void theSessionTokenIsSentAndSigned() {
        sender(Map.of("AWS_SESSION_TOKEN", "session")).send(QUEUE, Message.of("x"));
        assertThat(faults).isEmpty();
        assertThat(bodies).hasSize(1);
    }

    @Test
    void theConnectionIsKeptForTheNextRequest() {
        var sender = sender(Map.of());
        for (int i = 0; i < 5; i++) {
            sender.send(QUEUE, Message.of("x"));
        }
        assertThat(bodies).hasSize(5);
        assertThat(clientPorts).hasSize(1);
    }

    @Test
    void aBusyQueueIsAskedAgain() {
        statuses.add(503);
        statuses.add(503);
        sender(Map.of()).send(QUEUE, Message.of("x"));
        assertThat(bodies).hasSize(3);
    }

    @Test
    void aQueueThatIsNotThereIsNot() {
        statuses.add(400);
        assertThatThrownBy(() -> sender(Map.of()).send(QUEUE, Message.of("x")))
                .isInstanceOf(QueueException.class)
                .hasRootCauseMessage("SQS answered 400 com.amazonaws.sqs#QueueDoesNotExist");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void anAnswerThatConfirmsNothingIsAFailure() {
        statuses.addAll(List.of(204, 204, 204));
        assertThatThrownBy(() -> sender(Map.of()).send(QUEUE, Message.of("x")))
                .isInstanceOf(QueueException.class);
    }

    @Test
    void missingCredentialsAreNamedWithTheOtherFaults() {
        var settings = new Settings(Map.of());
        var sender = new SignedQueueSender(settings, NOON);
        assertThat(sender).isNotNull();
        assertThatThrownBy(settings::orThrow)
                .hasMessageContaining("AWS_REGION")
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
    }

    private QueueSender sender(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_ACCESS_KEY_ID", "AKID");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put(
                "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:" + server.getAddress().getPort());
        var settings = new Settings(environment);
        var sender = new SignedQueueSender(settings, NOON);
        settings.orThrow();
        return sender;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            clientPorts.add(exchange.getRemoteAddress().getPort());
            checkSignature(exchange, body);
            bodies.add(Json.parse(body));
            int status = statuses.isEmpty() ? 200 : statuses.remove();
            var answer =
                    status == 200
                            ? "{\"Successful\":[{\"Id\":\"0\"}]}"
                            : "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\"}";
            var bytes = (status == 204 ? "{}" : answer).getBytes(UTF_8);
            exchange.sendResponseHeaders(status == 204 ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void checkSignature(HttpExchange exchange, byte[] body) {
        try {
            var headers = exchange.getRequestHeaders();
            var authorization = headers.getFirst("Authorization");
            var signed = authorization.replaceFirst(".*SignedHeaders=", "").replaceFirst(",.*", "");
            var canonical = new StringBuilder("POST\n/\n\n");
            for (var name : List.of(signed.split(";", -1))) {
                canonical.append(name).append(':').append(headers.getFirst(name)).append('\n');
            }
            canonical.append('\n').append(signed).append('\n').append(sha256(body));
            var scope = "20260203/eu-west-1/sqs/aws4_request";
            var text =
                    "AWS4-HMAC-SHA256\n20260203T120000Z\n"
                            + scope
                            + "\n"
                            + sha256(canonical.toString().getBytes(UTF_8));
            byte[] key = "AWS4secret".getBytes(UTF_8);
            for (var part : List.of(scope.split("/", -1))) {
                key = hmac(key, part);
            }
            var expected =
                    "AWS4-HMAC-SHA256 Credential=AKID/"
                            + scope
                            + ", SignedHeaders="
                            + signed
                            + ", Signature="
                            + HexFormat.of().formatHex(hmac(key, text));
            if (!expected.equals(authorization) || !signed.contains("x-amz-target")) {
                faults.add(authorization);
            }
            if (headers.containsKey("X-amz-security-token")
                    && !signed.contains("x-amz-security-token")) {
                faults.add("the token is not signed");
            }
        } catch (GeneralSecurityException e) {
            faults.add(e.toString());
        }
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
