package earshot.facebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The event files are what Facebook and a gateway would send, and their companions fit them. */
class EventFilesTest {
    static List<Path> files() {
        return Events.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEventIsSignedWithTheDevelopmentSecret(Path file)
            throws IOException, GeneralSecurityException {
        var event = Events.event(file);
        assertThat(event.get("headers").text("x-hub-signature-256"))
                .isEqualTo(SignEvents.signature(Events.body(event)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEventIsAGatewaysCallOfOurRoute(Path file) {
        var event = Events.event(file);
        assertThat(event.text("version")).isEqualTo("2.0");
        assertThat(event.text("rawPath")).isEqualTo("/webhooks/facebook");
        assertThat(event.get("requestContext").get("http").text("method")).isEqualTo("POST");
        assertThat(event.get("headers").integer("content-length"))
                .isEqualTo(Events.body(event).length);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsMovedIsThere(Path file) throws IOException {
        var moves = file.resolveSibling(Events.name(file).replace(".json", ".moves.json"));
        if (!Files.exists(moves)) {
            assertThat(isUnreadable(file)).isTrue();
            return;
        }
        var body = Json.parse(Events.body(Events.event(file)));
        var all = Json.parse(Files.readAllBytes(moves));
        for (var instant : all.items("instants")) {
            var value = at(body, requireNonNull(instant.text("pointer")));
            assertThat(value.integer()).isNotNull();
            assertThat(requireNonNull(value.integer()) > 100_000_000_000L ? "ms" : "s")
                    .isEqualTo(instant.text("unit"));
        }
        for (var id : all.items("ids")) {
            assertThat(at(body, requireNonNull(id.text())).text()).isNotEmpty();
        }
    }

    /** Only a body that is meant to be unreadable, or to stay as it is, has nothing to move. */
    private static boolean isUnreadable(Path file) {
        try {
            return Json.parse(Events.body(Events.event(file))) instanceof JsonArray
                    || Events.name(file).equals("escaped-text.json");
        } catch (JsonException _) {
            return true;
        }
    }

    private static Json at(Json body, String pointer) {
        var found = body;
        for (var part : List.of(pointer.substring(1).split("/", -1))) {
            found =
                    found instanceof JsonArray(var items)
                            ? items.get(Integer.parseInt(part))
                            : found.get(part);
        }
        return found;
    }
}
