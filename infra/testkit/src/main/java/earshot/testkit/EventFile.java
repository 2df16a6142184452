package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.recordings.Instants;
import earshot.recordings.RecordedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A delivery as API Gateway hands it over, and what is written beside it of what it becomes.
 *
 * @param file with the name {@code NAME.json}
 */
public record EventFile(Path file, JsonObject event) {

    /** Those of a function, in the order of their names. */
    public static List<EventFile> of(String function) {
        try {
            return of(folder(function));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of that name, without {@code .json}. */
    public static EventFile of(String function, String name) {
        return of(function).stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No events/" + function + "/" + name));
    }

    static Path folder(String function) {
        return Home.folder().resolve("events").resolve(function);
    }

    /** The messages for the queue of posts that the network's connector makes of it. */
    public List<String> posts() {
        try {
            return expected().items("posts").stream().map(Json::write).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event files of a folder: those beside them that say more of them are none. */
    static List<EventFile> of(Path folder) throws IOException {
        List<EventFile> events = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                if (name.matches("[^.]+[.]json") && !name.equals(Instants.FILE)) {
                    var json = Json.parse(Files.readAllBytes(file));
                    events.add(new EventFile(file, (JsonObject) json));
                }
            }
        }
        return events;
    }

    /** Whether what is written is written anew: {@code -Dearshot.events.write=true}. */
    static boolean isWriting() {
        return Boolean.getBoolean("earshot.events.write");
    }

    /** Without {@code .json}. */
    public String name() {
        return String.valueOf(file.getFileName()).replace(".json", "");
    }

    /** When the gateway received it. */
    Instant receivedAt() {
        var epoch = event.get("requestContext").integer("timeEpoch");
        return Instant.ofEpochMilli(
                Objects.requireNonNull(epoch, () -> name() + ": requestContext.timeEpoch"));
    }

    /** The call that the gateway made it of. */
    RecordedCall call() {
        return RecordedCall.of(event);
    }

    /** The body that the network sent. */
    public byte[] bytes() {
        return call().body();
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
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

    /** The query, undecoded. */
    String query() {
        return Objects.requireNonNullElse(event.text("rawQueryString"), "");
    }

    EventFile withQuery(String query) {
        return with("rawQueryString", Json.of(query));
    }

    EventFile withBody(String body) {
        return with("body", Json.of(body)).with("isBase64Encoded", Json.of(false));
    }

    /** What becomes of it, as {@code NAME.expected.json} has it. */
    Json expected() throws IOException {
        return Json.parse(Files.readAllBytes(beside()));
    }

    private Path beside() {
        return file.resolveSibling(name() + ".expected.json");
    }

    /** With what signing has changed. */
    EventFile with(RecordedCall signed) {
        var other = this;
        for (var header : signed.headers().entrySet()) {
            if (!header(header.getKey()).equals(header.getValue())) {
                other = other.with(header.getKey(), header.getValue());
            }
        }
        return other.with("content-length", Integer.toString(signed.body().length));
    }

    void write() throws IOException {
        var text = Pretty.print(event);
        if (!text.equals(Files.readString(file))) {
            Files.writeString(file, text);
        }
    }

    /** Compares with {@code NAME.expected.json}, or writes it where that is asked for. */
    void compare(Json outcome) throws IOException {
        if (isWriting()) {
            Files.writeString(beside(), Pretty.print(outcome));
        }
        assertThat(beside()).as("what becomes of " + name()).exists();
        assertThat(Pretty.print(outcome)).as(name()).isEqualTo(Pretty.print(expected()));
    }

    private Map<String, Json> headersByName() {
        return ((JsonObject) event.get("headers")).members();
    }

    EventFile with(String name, Json value) {
        var members = new LinkedHashMap<>(event.members());
        members.put(name, value);
        return new EventFile(file, new JsonObject(members));
    }
}
