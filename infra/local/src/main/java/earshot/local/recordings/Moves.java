package earshot.local.recordings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What in a recorded body is an instant or an id of its own: {@code NAME.moves.json} beside {@code
 * NAME.json}, as JSON pointers into the body, or as it stands in a body that is no JSON.
 */
public record Moves(Map<JsonPlace, NetworkInstant> instants, Set<JsonPlace> ids, TextMoves texts) {
    /** Nothing is to be moved. */
    static final Moves NONE = new Moves(Map.of(), Set.of(), TextMoves.NONE);

    private static final String SUFFIX = ".json";

    public Moves {
        instants = Map.copyOf(instants);
        ids = Set.copyOf(ids);
    }

    /** The file beside an event file; {@link #NONE} where there is none. */
    public static Moves beside(Path event) {
        var name = Objects.requireNonNull(event.getFileName(), "a file has a name").toString();
        var stem =
                name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        var file = event.resolveSibling(stem + ".moves" + SUFFIX);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return of(Json.parse(Files.readAllBytes(file)));
        } catch (IOException | JsonException | IllegalArgumentException e) {
            throw new UserFault(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Moves of(Json json) {
        var instants = new LinkedHashMap<JsonPlace, NetworkInstant>();
        for (var item : json.items("instants")) {
            if (!item.has("text")) {
                instants.put(
                        JsonPlace.of(Objects.requireNonNullElse(item.text("pointer"), "")),
                        NetworkInstant.named(item.text("unit")));
            }
        }
        var ids = new LinkedHashSet<JsonPlace>();
        for (var id : json.items("ids")) {
            if (!id.has("text")) {
                ids.add(JsonPlace.of(Objects.requireNonNullElse(id.text(), "")));
            }
        }
        return new Moves(instants, ids, TextMoves.of(json));
    }

    /**
     * The body as if it came now.
     *
     * @throws JsonException when it should be JSON and is not
     */
    byte[] moved(byte[] body, Instant now, NewIds names) {
        return texts.equals(TextMoves.NONE)
                ? renamed(toNow(Json.parse(body), now), names).write().getBytes(US_ASCII)
                : texts.moved(new String(body, UTF_8), now, names).getBytes(UTF_8);
    }

    /** The body with its newest instant now, and the others as long before it as they were. */
    public Json toNow(Json body, Instant now) {
        var newest =
                instants.entrySet().stream()
                        .map(place -> place.getValue().read(place.getKey().find(body)))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo);
        return newest.isEmpty() ? body : shifted(body, Duration.between(newest.get(), now));
    }

    private Json shifted(Json body, Duration by) {
        var moved = body;
        for (var place : instants.entrySet()) {
            var unit = place.getValue();
            moved =
                    place.getKey()
                            .replace(
                                    moved,
                                    was -> {
                                        var instant = unit.read(was);
                                        return instant == null
                                                ? was
                                                : unit.write(instant.plus(by), was);
                                    });
        }
        return moved;
    }

    /**
     * The body with new ids. A part of an id that also stands where no id of its own is, such as
     * the post under which a comment was written, stays.
     */
    public Json renamed(Json body, NewIds names) {
        var kept = new HashSet<String>();
        collectForeign(body, new JsonPlace(java.util.List.of()), kept);
        var renamed = body;
        for (var id : ids) {
            renamed = id.replace(renamed, was -> names.rename(was, kept));
        }
        return renamed;
    }

    private void collectForeign(Json json, JsonPlace place, Set<String> kept) {
        switch (json) {
            case JsonObject(var members) ->
                    members.forEach(
                            (name, value) -> collectForeign(value, place.child(name), kept));
            case JsonArray(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collectForeign(items.get(i), place.child(Integer.toString(i)), kept);
                }
            }
            default -> {
                var text = json.text();
                if (text != null && !ids.contains(place)) {
                    kept.addAll(NewIds.parts(text));
                }
            }
        }
    }
}
