package earshot.testkit;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonNull;
import earshot.json.JsonNumber;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delivery with one of its values replaced or left out: what no network promised not to send. */
final class Mangled {
    private static final List<Json> STRANGERS =
            List.of(
                    JsonNull.NULL,
                    Json.of(""),
                    Json.of("\ud800"),
                    Json.of("x".repeat(3000)),
                    Json.of(-1),
                    new JsonNumber("9".repeat(40)),
                    new JsonNumber("1.5e3"),
                    Json.of(true),
                    new JsonArray(List.of()),
                    new JsonArray(List.of(JsonNull.NULL, Json.of(1))),
                    new JsonObject(Map.of()));

    private Mangled() {}

    static List<Json> of(Json json) {
        List<Json> mangled = new ArrayList<>(STRANGERS);
        if (json instanceof JsonObject(var members)) {
            members.forEach(
                    (name, value) -> {
                        mangled.add(without(members, name));
                        of(value).forEach(other -> mangled.add(with(members, name, other)));
                    });
        } else if (json instanceof JsonArray(var items)) {
            for (int i = 0; i < items.size(); i++) {
                int at = i;
                of(items.get(i)).forEach(other -> mangled.add(with(items, at, other)));
            }
        }
        return mangled;
    }

    private static Json without(Map<String, Json> members, String name) {
        var fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new JsonObject(fewer);
    }

    private static Json with(Map<String, Json> members, String name, Json value) {
        var others = new LinkedHashMap<>(members);
        others.put(name, value);
        return new JsonObject(others);
    }

    private static Json with(List<Json> items, int at, Json value) {
        var others = new ArrayList<>(items);
        others.set(at, value);
        return new JsonArray(others);
    }
}
