package earshot.local.recordings;

import earshot.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What in a body that is no JSON is an instant or an id of its own: wherever it stands, as it
 * stands.
 */
record TextMoves(Map<String, NetworkInstant> instants, Set<String> ids) {
    /** Nothing is to be moved by its text. */
    static final TextMoves NONE = new TextMoves(Map.of(), Set.of());

    TextMoves {
        instants = Map.copyOf(instants);
        ids = Set.copyOf(ids);
    }

    /** Of {@code {"instants": [{"text": "2026-..", "unit": "iso"}], "ids": [{"text": ".."}]}}. */
    static TextMoves of(Json json) {
        var instants = new HashMap<String, NetworkInstant>();
        for (var item : json.items("instants")) {
            if (item.has("text")) {
                instants.put(text(item), NetworkInstant.named(item.text("unit")));
            }
        }
        var ids = new HashSet<String>();
        for (var item : json.items("ids")) {
            if (item.has("text")) {
                ids.add(text(item));
            }
        }
        return new TextMoves(instants, ids);
    }

    private static String text(Json item) {
        var text = Objects.requireNonNullElse(item.text("text"), "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("what is moved by its text has one");
        }
        return text;
    }

    /** With its newest instant now, the others as long before it as they were, and new ids. */
    String moved(String body, Instant now, NewIds names) {
        var others = new HashMap<String, String>();
        var by = distance(now);
        instants.forEach(
                (text, unit) -> {
                    var instant = unit.read(Json.of(text));
                    if (instant != null) {
                        others.put(text, unit.write(instant.plus(by), text));
                    }
                });
        for (var id : ids) {
            var renamed = names.rename(Json.of(id), Set.of()).text();
            others.put(id, renamed == null ? id : renamed);
        }
        return others.isEmpty() ? body : replaced(body, others);
    }

    private Duration distance(Instant now) {
        return instants.entrySet().stream()
                .map(place -> place.getValue().read(Json.of(place.getKey())))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> Duration.between(newest, now))
                .orElse(Duration.ZERO);
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
