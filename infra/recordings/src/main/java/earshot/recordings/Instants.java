package earshot.recordings;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonNull;
import earshot.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the instants are in what a network sends a function: said once for all its event files, in
 * {@code events/<function>/instants.json}. In a body that is no JSON it is every instant of ISO
 * 8601.
 *
 * <pre>
 * {"moved": ["/entry/{@literal *}/time"], "fixed": ["/entry/{@literal *}/version"], "form": "EEE MMM dd uuuu"}
 * </pre>
 *
 * @param moved what is made new
 * @param fixed what looks like an instant and stays
 * @param form the network's own, where it has one
 */
public record Instants(List<JsonPlaces> moved, List<JsonPlaces> fixed, NetworkInstant form) {
    /** The name of the file, among event files. */
    public static final String FILE = "instants.json";

    private static final Pattern ISO =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?(Z|[+-]\\d\\d:?\\d\\d)");

    public Instants {
        moved = List.copyOf(moved);
        fixed = List.copyOf(fixed);
    }

    /**
     * @param folder of a function's event files, which may have no such file
     * @throws IllegalArgumentException when the file says something else
     * @throws earshot.json.JsonException when it is no JSON
     */
    public static Instants of(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        return of(
                Files.exists(file) ? Json.parse(Files.readAllBytes(file)) : Json.object().build());
    }

    static Instants of(Json json) {
        return new Instants(
                places(json, "moved"),
                places(json, "fixed"),
                new NetworkInstant(json.text("form")));
    }

    private static List<JsonPlaces> places(Json json, String name) {
        return json.items(name).stream()
                .map(place -> JsonPlaces.of(Objects.requireNonNullElse(place.text(), "")))
                .toList();
    }

    /** The newest instant becomes now, and the others as long before it as they were. */
    Json toNow(Json body, Instant now) {
        var by = distance(moved.stream().flatMap(places -> places.find(body).stream()), now);
        var shifted = body;
        for (var places : moved) {
            shifted = places.replace(shifted, was -> by.map(far -> shift(was, far)).orElse(was));
        }
        return shifted;
    }

    /** The same of a body that is no JSON: what stands there, by what it becomes. */
    Map<String, String> toNow(String body, Instant now) {
        var found = ISO.matcher(body).results().map(one -> Json.of(one.group())).toList();
        var others = new HashMap<String, String>();
        distance(found.stream(), now)
                .ifPresent(
                        far ->
                                found.forEach(
                                        was ->
                                                others.put(
                                                        String.valueOf(was.text()),
                                                        String.valueOf(shift(was, far).text()))));
        return others;
    }

    /** What reads as an instant and is neither moved nor fixed. */
    public List<Instant> unsaid(Json body) {
        var rest = body;
        for (var places : Stream.of(moved, fixed).flatMap(List::stream).toList()) {
            rest = places.replace(rest, _ -> JsonNull.NULL);
        }
        return leaves(rest).map(form::read).filter(Objects::nonNull).toList();
    }

    private static Stream<Json> leaves(Json json) {
        return switch (json) {
            case JsonObject(var members) -> members.values().stream().flatMap(Instants::leaves);
            case JsonArray(var items) -> items.stream().flatMap(Instants::leaves);
            default -> Stream.of(json);
        };
    }

    private Optional<Duration> distance(Stream<Json> all, Instant now) {
        return all.map(form::read)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(newest -> Duration.between(newest, now));
    }

    private Json shift(Json was, Duration by) {
        var instant = form.read(was);
        return instant == null ? was : form.write(instant.plus(by), was);
    }
}
