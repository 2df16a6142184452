package earshot.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.recordings.EventSigner;
import earshot.recordings.RecordedCall;
import earshot.testkit.FrontDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The recorded bad requests that are meant for YouTube's URL, each ending as is said beside it. */
final class HostileRequestsTest {
    private static final String SECRET = "hostile-hub-secret";
    private static final String SETTING = "EARSHOT_YOUTUBE_HUB_SECRET";
    private static final String ROUTE = "/webhooks/youtube";

    private final FrontDoor door = new FrontDoor(new YoutubeConnector(), Map.of(SETTING, SECRET));

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyBadRequestEndsAsItShould() throws IOException {
        var corpus = System.getenv("EARSHOT_CORPUS");
        return Files.readAllLines(Path.of(corpus, "hostile", "requests.jsonl")).stream()
                .map(line -> Json.parse(line))
                .filter(request -> text(request, "path").startsWith(ROUTE))
                .map(
                        request ->
                                DynamicTest.dynamicTest(
                                        text(request, "id"),
                                        () -> new HostileRequestsTest().check(request)));
    }

    private void check(Json request) {
        var id = text(request, "id");
        switch (id) {
            case "websub-unasked" -> {
                var answer = door.handle(event(request, "GET", ""), Read.NOON);
                assertThat(answer.integer("statusCode")).isEqualTo(404);
                assertThat(answer.text("body")).isEmpty();
            }
            case "websub-sha1" -> {
                var forged = text(request.get("headers"), "x-hub-signature");
                assertThat(status(request, forged)).isEqualTo(200);
                assertThat(door.sent("quarantine")).isEmpty();
                assertThat(door.log()).contains("\"decision\":\"refused\"");
                assertKept(request, "sha1");
            }
            default -> {
                assertKept(request, "sha256");
                // Classes are loaded by now: what is measured is what the body costs.
                Assertions.assertTimeout(
                        Duration.ofMillis(50),
                        () -> new HostileRequestsTest().assertKept(request, "sha256"));
            }
        }
        assertThat(door.sent("posts")).isEmpty();
        assertThat(door.log()).doesNotContain("passwd", "lol");
    }

    private void assertKept(Json request, String method) {
        assertThat(status(request, signature(method, body(request)))).isEqualTo(200);
        assertThat(door.quarantined())
                .singleElement()
                .satisfies(kept -> assertThat(kept.body()).isEqualTo(body(request)));
    }

    private long status(Json request, String signature) {
        var answer = door.handle(event(request, "POST", signature), Read.NOON);
        return Objects.requireNonNull(answer.integer("statusCode"));
    }

    private static Json event(Json request, String method, String signature) {
        var http = Json.object().with("method", method).build();
        var headers =
                Json.object()
                        .with("content-type", text(request.get("headers"), "content-type"))
                        .with("x-hub-signature", signature);
        return Json.object()
                .with("rawQueryString", text(request, "path").replaceFirst("[^?]*[?]?", ""))
                .with("headers", headers.build())
                .with("requestContext", Json.object().with("http", http).build())
                .with("body", text(request, "body_b64"))
                .with("isBase64Encoded", true)
                .build();
    }

    private static String signature(String method, byte[] body) {
        var call = RecordedCall.post(ROUTE, body).withHeader("x-hub-signature", method + "=");
        var signer = new EventSigner(Map.of(SETTING, SECRET));
        return signer.sign(new YoutubeConnector().signature(), call)
                .orThrow()
                .header("x-hub-signature");
    }

    private static byte[] body(Json request) {
        return Base64.getDecoder().decode(text(request, "body_b64"));
    }

    private static String text(Json request, String name) {
        return Objects.requireNonNullElse(request.text(name), "");
    }
}
