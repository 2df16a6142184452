package earshot.local.recordings;

import earshot.json.Json;
import earshot.json.JsonAbsent;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place in a JSON tree, by the tokens of its JSON Pointer (RFC 6901).
 *
 * @param tokens unescaped; none for the tree itself
 */
public record JsonPlace(List<String> tokens) {
    public JsonPlace {
        tokens = List.copyOf(tokens);
    }

    /**
     * @throws IllegalArgumentException when the pointer does not begin with a slash
     */
    public static JsonPlace of(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("a JSON pointer begins with /, not: " + pointer);
        }
        var tokens = new ArrayList<String>();
        for (var token : pointer.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPlace(tokens);
    }

    JsonPlace child(String token) {
        var more = new ArrayList<>(tokens);
        more.add(token);
        return new JsonPlace(more);
    }

    /** What is there; {@link JsonAbsent} where nothing is. */
    public Json find(Json tree) {
        var found = tree;
        for (var token : tokens) {
            found = child(found, token);
        }
        return found;
    }

    private static Json child(Json json, String token) {
        if (!(json instanceof JsonArray(var items))) {
            return json.get(token);
        }
        int index = token.matches("[0-9]{1,6}") ? Integer.parseInt(token) : items.size();
        return index < items.size() ? items.get(index) : JsonAbsent.ABSENT;
    }

    /** The tree with another value there; the tree itself where nothing is. */
    public Json replace(Json tree, UnaryOperator<Json> change) {
        if (tokens.isEmpty()) {
            return change.apply(tree);
        }
        var token = tokens.getFirst();
        var rest = new JsonPlace(tokens.subList(1, tokens.size()));
        if (child(tree, token) == JsonAbsent.ABSENT) {
            return tree;
        }
        var changed = rest.replace(child(tree, token), change);
        return switch (tree) {
            case JsonObject object -> object.with(token, changed);
            case JsonArray(var items) -> {
                var copy = new ArrayList<>(items);
                copy.set(Integer.parseInt(token), changed);
                yield new JsonArray(copy);
            }
            default -> tree;
        };
    }
}
