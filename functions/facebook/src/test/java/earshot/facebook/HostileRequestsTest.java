package earshot.facebook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.queue.Wire;
import earshot.recordings.EventSigner;
import earshot.recordings.RecordedCall;
import earshot.testkit.FrontDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The recorded bad requests that are meant for Facebook's URL, each ending as is said beside it.
 */
final class HostileRequestsTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final String APP_SECRET = "EARSHOT_FACEBOOK_APP_SECRET";
    private static final String SECRET = "hostile-app-secret";
    private static final String TOKEN = "GOOD";
    private static final List<String> KEPT =
            List.of(
                    "deep-object",
                    "big-int",
                    "exp-bomb",
                    "utf16",
                    "utf16be-bom",
                    "utf8-bom",
                    "trailing",
                    "nan",
                    "empty",
                    "ws",
                    "array-root",
                    "wrong-types",
                    "polymorphic",
                    "ct-form");

    private final FrontDoor door =
            new FrontDoor(
                    new FacebookConnector(),
                    Map.of(APP_SECRET, SECRET, "EARSHOT_FACEBOOK_VERIFY_TOKEN", TOKEN));

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyBadRequestEndsAsItShould() throws IOException {
        var corpus = System.getenv("EARSHOT_CORPUS");
        return Files.readAllLines(Path.of(corpus, "hostile", "requests.jsonl")).stream()
                .map(line -> Json.parse(line))
                .filter(request -> text(request, "path").startsWith("/webhooks/facebook"))
                .map(
                        request ->
                                DynamicTest.dynamicTest(
                                        text(request, "id"),
                                        () -> new HostileRequestsTest().check(request)));
    }

    private void check(Json request) {
        var id = text(request, "id");
        if (text(request, "method").equals("GET")) {
            handshake(id, request);
            return;
        }
        var body = body(request);
        var answer = Assertions.assertTimeout(Duration.ofSeconds(2), () -> post(request, body));
        assertThat(answer.integer("statusCode")).isEqualTo(id.equals("ct-form") ? 415 : 200);
        if (KEPT.contains(id)) {
            assertThat(door.sent("posts")).isEmpty();
            assertThat(door.quarantined())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.body()).isEqualTo(body));
        }
        posts(id);
        assertThat(door.log()).doesNotContain("@example.com", "<script", "javascript:");
    }

    private void posts(String id) {
        switch (id) {
            case "mixed-batch" -> {
                assertThat(published()).isNotEmpty();
                assertThat(door.quarantined()).hasSize(1);
            }
            case "item-400k", "text-21" ->
                    assertThat(published())
                            .allSatisfy(
                                    post -> {
                                        assertThat(post.post().truncated()).isTrue();
                                        assertThat(post.post().text()).hasSize(64 * 1024);
                                    });
            case "lone-surrogate" -> assertThat(published()).hasSize(1);
            default -> {
                if (id.startsWith("text-") || id.startsWith("ssrf-")) {
                    assertThat(published()).hasSize(1);
                }
            }
        }
    }

    private void handshake(String id, Json request) {
        var query = text(request, "path").replaceFirst("[^?]*[?]?", "");
        var answer =
                call("GET", id.equals("challenge-long") ? longChallenge() : query, "", Map.of());
        switch (id) {
            case "challenge-xss" -> {
                assertThat(answer.integer("statusCode")).isEqualTo(200);
                assertThat(answer.text("body")).isEqualTo("<script>alert(1)</script>");
                assertThat(answer.get("headers").text("content-type")).startsWith("text/plain");
                assertThat(answer.get("headers").text("x-content-type-options"))
                        .isEqualTo("nosniff");
            }
            case "challenge-long" -> assertThat(answer.integer("statusCode")).isEqualTo(400);
            default -> {
                assertThat(answer.integer("statusCode")).isEqualTo(403);
                assertThat(answer.text("body")).isEmpty();
            }
        }
    }

    private static String longChallenge() {
        return "hub.challenge=" + "A".repeat(8000);
    }

    private List<Activity.Published> published() {
        return door.sent("posts").stream()
                .map(Wire::activity)
                .filter(activity -> activity instanceof Activity.Published)
                .map(activity -> (Activity.Published) activity)
                .toList();
    }

    private Json post(Json request, byte[] body) {
        var signed =
                new EventSigner(Map.of(APP_SECRET, SECRET))
                        .sign(
                                new FacebookConnector().signature(),
                                RecordedCall.post("/webhooks/facebook", body))
                        .orThrow();
        return call(
                "POST",
                "",
                Base64.getEncoder().encodeToString(body),
                Map.of(
                        "x-hub-signature-256",
                        signed.header("x-hub-signature-256"),
                        "content-type",
                        Objects.requireNonNullElse(
                                request.get("headers").text("content-type"), "application/json")));
    }

    private Json call(String method, String query, String body, Map<String, String> headers) {
        var members = Json.object();
        headers.forEach(members::with);
        var http = Json.object().with("method", method).build();
        return door.handle(
                Json.object()
                        .with("rawQueryString", query)
                        .with("headers", members.build())
                        .with("requestContext", Json.object().with("http", http).build())
                        .with("body", body)
                        .with("isBase64Encoded", true)
                        .build(),
                NOON);
    }

    /** What the corpus describes in words is made here. */
    private static byte[] body(Json request) {
        return switch (text(request, "id")) {
            case "deep-object" -> "{\"a\":".repeat(50_000).getBytes(US_ASCII);
            case "big-int" -> ("{\"id\":" + "9".repeat(1_000_000) + "}").getBytes(US_ASCII);
            case "item-400k" -> message("x".repeat(410_000)).getBytes(US_ASCII);
            default -> Base64.getDecoder().decode(text(request, "body_b64"));
        };
    }

    private static String message(String text) {
        return "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"sender\":"
                + "{\"id\":\"9\"},\"recipient\":{\"id\":\"1\"},\"timestamp\":1700000000000,"
                + "\"message\":{\"mid\":\"m\",\"text\":\""
                + text
                + "\"}}]}]}";
    }

    private static String text(Json request, String name) {
        return Objects.requireNonNullElse(request.text(name), "");
    }
}
