package earshot.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.testkit.EventFile;
import earshot.testkit.FrontDoor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Deliveries are proved and tokens are signed with one key: what is answered to whoever asks proves
 * no delivery.
 */
class SignatureVectorsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HEADER = "x-twitter-webhooks-signature";

    private static FrontDoor door(String secret) {
        return new FrontDoor(new XConnector(), Map.of("EARSHOT_X_CONSUMER_SECRET", secret));
    }

    private static Json call(
            FrontDoor door, String method, String query, String signature, byte[] body) {
        var http = Json.object().with("method", method).build();
        return door.handle(
                Json.object()
                        .with("rawQueryString", query)
                        .with("headers", Json.object().with(HEADER, signature).build())
                        .with("requestContext", Json.object().with("http", http).build())
                        .with("body", Base64.getEncoder().encodeToString(body))
                        .with("isBase64Encoded", true)
                        .build(),
                NOON);
    }

    private static Json ask(FrontDoor door, String token) {
        return call(door, "GET", "crc_token=" + URLEncoder.encode(token, UTF_8), "", new byte[0]);
    }

    private static long post(FrontDoor door, String signature, byte[] body) {
        return Objects.requireNonNull(
                call(door, "POST", "", signature, body).integer("statusCode"));
    }

    @Test
    void noBodyThatParsesIsSignedForWhoeverAsks() {
        for (var event : EventFile.of("x")) {
            assertIsNoOracle(new String(event.bytes(), UTF_8));
        }
        for (var body : List.of("{}", "[]", "\"a\"", "{\"a\":1}", " 1", "1 ", "-1.5e3", "true\n")) {
            assertIsNoOracle(body);
        }
    }

    /** What is answered is refused as a delivery, and what could be one is not answered. */
    private static void assertIsNoOracle(String body) {
        var door = door("oracle");
        var answer = ask(door, body);
        assertThat(answer.integer("statusCode")).as(body).isIn(400L, 403L);
        assertThat(answer.write()).doesNotContain("sha256");
    }

    @Test
    void answerToATokenProvesNoDeliveryThoughATokenMayParse() {
        for (var token : List.of("1", "42", "-7", "true", "null", "crc_abc-123_XYZ")) {
            var door = door("oracle");
            var answer = Json.parse(Objects.requireNonNull(ask(door, token).text("body")));
            var signature = Objects.requireNonNull(answer.text("response_token"));
            assertThat(post(door, signature, token.getBytes(UTF_8))).as(token).isEqualTo(401);
            assertThat(door.quarantined()).isEmpty();
        }
    }

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyRecordedVectorHolds() throws IOException {
        var corpus = Path.of(System.getenv("EARSHOT_CORPUS"));
        var rows =
                Files.readAllLines(corpus.resolve("payloads/VECTORS-A.tsv")).stream()
                        .map(line -> List.of(line.split("\t", -1)))
                        .filter(row -> row.getFirst().matches("x(-.*)?"))
                        .toList();
        assertThat(rows)
                .extracting(List::getFirst)
                .contains("x", "x-crc", "x-oracle")
                .hasSizeGreaterThanOrEqualTo(4);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(1), () -> check(corpus, row)));
    }

    private static void check(Path corpus, List<String> row) throws IOException {
        var door = door(secret(row.get(4)));
        switch (row.getFirst()) {
            case "x" -> {
                var file = corpus.resolve("payloads").resolve(row.get(1).replaceFirst(" .*", ""));
                var body = Files.readAllBytes(file);
                assertThat(post(door, row.get(3), body)).isEqualTo(200);
                body[body.length / 2] ^= 1;
                assertThat(post(door, row.get(3), body)).isEqualTo(401);
            }
            case "x-crc" -> {
                var answer = ask(door, row.get(1).replaceFirst("crc_token=", ""));
                assertThat(Json.parse(Objects.requireNonNull(answer.text("body"))))
                        .isEqualTo(Json.object().with("response_token", row.get(3)).build());
            }
            default -> {
                var body = row.get(1).replaceFirst("crc_token=", "");
                assertIsNoOracle(body);
                // The signature is the right one: only that it was never given away protects us.
                assertThat(post(door, row.get(3), body.getBytes(UTF_8))).isEqualTo(200);
                assertThat(ask(door, body).integer("statusCode")).isEqualTo(403);
            }
        }
    }

    private static String secret(String note) {
        return note.contains("secret ")
                ? note.replaceFirst(".*secret ", "").replaceFirst("[, ].*", "")
                : "test_app_secret_0123456789";
    }

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyBadRequestIsRefused() throws IOException {
        var file = Path.of(System.getenv("EARSHOT_CORPUS"), "hostile", "requests.jsonl");
        var requests =
                Files.readAllLines(file).stream()
                        .map(line -> Json.parse(line))
                        .filter(request -> path(request).startsWith("/webhooks/x?"))
                        .toList();
        assertThat(requests).isNotEmpty();
        return requests.stream()
                .map(
                        request ->
                                DynamicTest.dynamicTest(
                                        String.valueOf(request.text("id")),
                                        () -> assertRefused(request)));
    }

    private static void assertRefused(Json request) {
        var query = path(request).replaceFirst("[^?]*[?]", "");
        var answer = call(door("oracle"), "GET", query, "", new byte[0]);
        assertThat(answer.integer("statusCode")).isEqualTo(403);
        assertThat(answer.write()).doesNotContain("sha256");
    }

    private static String path(Json request) {
        return Objects.requireNonNullElse(request.text("path"), "");
    }
}
