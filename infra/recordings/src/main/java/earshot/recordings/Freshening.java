package earshot.recordings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonNumber;
import earshot.json.JsonObject;
import earshot.json.JsonString;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a recorded body new: its instants, where its network has them, and its own ids, which the
 * event file lists as its member {@code new}. A file without that member is sent as it stands.
 *
 * @param ids wherever they stand, whole or as a part of an id of ids
 */
public record Freshening(Instants instants, Set<String> ids) {
    /** The member of an event file that lists its own ids. */
    public static final String NEW = "new";

    public Freshening {
        ids = Set.copyOf(ids);
    }

    /** Whether anything of an event file is made new. */
    public static boolean isWanted(Json event) {
        return event.has(NEW);
    }

    public static Freshening of(Json event, Instants instants) {
        return new Freshening(
                instants,
                event.items(NEW).stream()
                        .map(Json::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** The body as if it came now. */
    public byte[] fresh(byte[] body, Instant now, NewIds names) {
        Json json;
        try {
            json = Json.parse(body);
        } catch (JsonException e) {
            return fresh(new String(body, UTF_8), now, names).getBytes(UTF_8);
        }
        return fresh(json, now, names).write().getBytes(US_ASCII);
    }

    public Json fresh(Json body, Instant now, NewIds names) {
        return renamed(instants.toNow(body, now), names);
    }

    private Json renamed(Json json, NewIds names) {
        return switch (json) {
            case JsonObject(var members) -> {
                var copy = new LinkedHashMap<>(members);
                copy.replaceAll((_, member) -> renamed(member, names));
                yield new JsonObject(copy);
            }
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(item -> renamed(item, names)).toList());
            case JsonString(var text) -> Json.of(names.rename(text, ids));
            case JsonNumber(var text) -> new JsonNumber(names.rename(text, ids));
            default -> json;
        };
    }

    private String fresh(String body, Instant now, NewIds names) {
        var others = new HashMap<>(instants.toNow(body, now));
        ids.forEach(id -> others.put(id, names.rename(id, ids)));
        return others.isEmpty() ? body : replaced(body, others);
    }

    /** In one pass, so that nothing is replaced twice; of two that begin alike, the longer. */
    private static String replaced(String body, Map<String, String> others) {
        var any =
                others.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        return Pattern.compile(any)
                .matcher(body)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        others.getOrDefault(found.group(), found.group())));
    }
}
