package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A delivery as API Gateway hands it over, and what is written beside it of what it becomes.
 *
 * @param file with the name {@code NAME.json}
 */
record EventFile(Path file, JsonObject event) {

    /** The event files of a folder: those beside them that say more of them are none. */
    static List<EventFile> of(Path folder) throws IOException {
        List<EventFile> events = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                if (name.matches("[^.]+[.]json")) {
                    var json = Json.parse(Files.readAllBytes(file));
                    events.add(new EventFile(file, (JsonObject) json));
                }
            }
        }
        return events;
    }

    String name() {
        return String.valueOf(file.getFileName()).replace(".json", "");
    }

    /** When the gateway received it. */
    Instant receivedAt() {
        var epoch = event.get("requestContext").integer("timeEpoch");
        return Instant.ofEpochMilli(
                Objects.requireNonNull(epoch, () -> name() + ": requestContext.timeEpoch"));
    }

    String body() {
        var body = Objects.requireNonNullElse(event.text("body"), "");
        return Boolean.TRUE.equals(event.flag("isBase64Encoded"))
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    List<String> headers() {
        return List.copyOf(headersByName().keySet());
    }

    String header(String name) {
        return Objects.requireNonNullElse(event.get("headers").text(name), "");
    }

    EventFile with(String header, String value) {
        var headers = new LinkedHashMap<>(headersByName());
        headers.put(header, Json.of(value));
        return with("headers", new JsonObject(headers));
    }

    EventFile without(String header) {
        var headers = new LinkedHashMap<>(headersByName());
        headers.remove(header);
        return with("headers", new JsonObject(headers));
    }

    EventFile withBody(String body) {
        return with("body", Json.of(body)).with("isBase64Encoded", Json.of(false));
    }

    /** Compares with {@code NAME.posts.json}, or writes it where that is asked for. */
    void compare(Json outcome) throws IOException {
        var expected = file.resolveSibling(name() + ".posts.json");
        if (Boolean.getBoolean("earshot.events.write")) {
            Files.writeString(expected, Pretty.print(outcome));
        }
        assertThat(expected).as("what becomes of " + name()).exists();
        assertThat(Pretty.print(outcome))
                .as(name())
                .isEqualTo(Pretty.print(Json.parse(Files.readAllBytes(expected))));
    }

    private Map<String, Json> headersByName() {
        return ((JsonObject) event.get("headers")).members();
    }

    private EventFile with(String name, Json value) {
        var members = new LinkedHashMap<>(event.members());
        members.put(name, value);
        return new EventFile(file, new JsonObject(members));
    }
}
