package earshot.testkit;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonBoolean;
import earshot.json.JsonNull;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils one value somewhere in a JSON tree. */
public final class Mutation {
    private static final List<Json> JUNK =
            List.of(
                    JsonNull.NULL,
                    JsonBoolean.TRUE,
                    Json.of(0),
                    Json.of(-1),
                    Json.of(Long.MAX_VALUE),
                    Json.of(""),
                    Json.of(" "),
                    Json.of("0"),
                    Json.of("_"),
                    Json.of("\ud800"),
                    Json.of("x".repeat(5000)),
                    Json.of("comment"),
                    Json.of("remove"),
                    Json.object().build(),
                    Json.object().with("id", "42").build(),
                    new JsonArray(List.of()),
                    new JsonArray(List.of(Json.of(1), JsonNull.NULL)));

    private final Random random;

    public Mutation(long seed) {
        random = new Random(seed);
    }

    public Json of(Json json) {
        return switch (json) {
            case JsonObject(var members) when !members.isEmpty() && random.nextInt(8) > 0 ->
                    inside(members);
            case JsonArray(var items) when !items.isEmpty() && random.nextInt(8) > 0 ->
                    inside(items);
            default -> JUNK.get(random.nextInt(JUNK.size()));
        };
    }

    private Json inside(Map<String, Json> members) {
        var changed = new LinkedHashMap<>(members);
        var name = new ArrayList<>(members.keySet()).get(random.nextInt(members.size()));
        var old = members.getOrDefault(name, JsonNull.NULL);
        switch (random.nextInt(6)) {
            case 0 -> changed.remove(name);
            case 1 -> changed.put(name + "x", old);
            default -> changed.put(name, of(old));
        }
        return new JsonObject(changed);
    }

    private Json inside(List<Json> items) {
        var changed = new ArrayList<>(items);
        int at = random.nextInt(items.size());
        switch (random.nextInt(6)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(items.get(at));
            default -> changed.set(at, of(items.get(at)));
        }
        return new JsonArray(changed);
    }
}
