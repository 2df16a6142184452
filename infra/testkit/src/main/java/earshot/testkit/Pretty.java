package earshot.testkit;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** JSON for people: one member a line, so that a difference shows as one. */
public final class Pretty {
    private Pretty() {}

    public static String print(Json json) {
        return print(json, "\n") + "\n";
    }

    private static String print(Json json, String newline) {
        var inner = newline + "  ";
        List<String> lines = new ArrayList<>();
        if (json instanceof JsonObject object && !object.members().isEmpty()) {
            object.members()
                    .forEach(
                            (name, value) ->
                                    lines.add(Json.of(name).write() + ": " + print(value, inner)));
            return "{" + inner + String.join("," + inner, lines) + newline + "}";
        }
        if (json instanceof JsonArray array && !array.items().isEmpty()) {
            array.items().forEach(item -> lines.add(print(item, inner)));
            return "[" + inner + String.join("," + inner, lines) + newline + "]";
        }
        return json.write();
    }
}
