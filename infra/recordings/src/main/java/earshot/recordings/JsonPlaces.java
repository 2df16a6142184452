package earshot.recordings;

import earshot.json.Json;
import earshot.json.JsonAbsent;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Places in a JSON tree, by the tokens of a JSON Pointer (RFC 6901) in which {@code *} stands for
 * any item or member.
 *
 * @param tokens unescaped; none for the tree itself
 */
public record JsonPlaces(List<String> tokens) {
    private static final String ANY = "*";

    public JsonPlaces {
        tokens = List.copyOf(tokens);
    }

    /**
     * @throws IllegalArgumentException when the pointer does not begin with a slash
     */
    public static JsonPlaces of(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("a JSON pointer begins with /, not: " + pointer);
        }
        var tokens = new ArrayList<String>();
        for (var token : pointer.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPlaces(tokens);
    }

    /** What is there, in its order. */
    public List<Json> find(Json tree) {
        var found = new ArrayList<Json>();
        replace(
                tree,
                json -> {
                    found.add(json);
                    return json;
                });
        return found;
    }

    /** What is there; {@link JsonAbsent} where nothing is. */
    public Json first(Json tree) {
        var found = find(tree);
        return found.isEmpty() ? JsonAbsent.ABSENT : found.getFirst();
    }

    /** The tree with other values there. */
    public Json replace(Json tree, UnaryOperator<Json> change) {
        if (tokens.isEmpty()) {
            return change.apply(tree);
        }
        var token = tokens.getFirst();
        var rest = new JsonPlaces(tokens.subList(1, tokens.size()));
        return switch (tree) {
            case JsonObject(var members) -> {
                var copy = new LinkedHashMap<>(members);
                copy.replaceAll(
                        (name, json) -> isMeant(token, name) ? rest.replace(json, change) : json);
                yield new JsonObject(copy);
            }
            case JsonArray(var items) -> {
                var copy = new ArrayList<>(items);
                for (int i = 0; i < copy.size(); i++) {
                    if (isMeant(token, Integer.toString(i))) {
                        copy.set(i, rest.replace(copy.get(i), change));
                    }
                }
                yield new JsonArray(copy);
            }
            default -> tree;
        };
    }

    private static boolean isMeant(String token, String name) {
        return token.equals(ANY) || token.equals(name);
    }
}
