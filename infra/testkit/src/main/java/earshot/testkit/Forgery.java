package earshot.testkit;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.webhook.Proof;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event with something else, or nothing, where something proves it. */
record Forgery(EventFile event, Proof proof) {
    /** What stands there; empty where nothing does. */
    String value() {
        return switch (proof) {
            case Proof.Header(var name) -> event.header(name);
            case Proof.Parameter(var name) ->
                    parameters()
                            .filter(pair -> isOf(name, pair))
                            .map(pair -> pair.substring(name.length() + 1))
                            .collect(Collectors.joining());
            case Proof.Member(var name) -> Objects.requireNonNullElse(body().text(name), "");
        };
    }

    EventFile without() {
        return switch (proof) {
            case Proof.Header(var name) -> event.without(name);
            case Proof.Parameter(var name) ->
                    event.withQuery(
                            parameters()
                                    .filter(pair -> !isOf(name, pair))
                                    .collect(Collectors.joining("&")));
            case Proof.Member(var name) -> {
                var members = new LinkedHashMap<>(body().members());
                members.remove(name);
                yield event.withBody(new JsonObject(members).write());
            }
        };
    }

    EventFile with(String value) {
        var without = without();
        return switch (proof) {
            case Proof.Header(var name) -> event.with(name, value);
            case Proof.Parameter(var name) ->
                    without.withQuery(without.query() + "&" + name + "=" + value);
            case Proof.Member(var name) -> {
                var members = new LinkedHashMap<>(body().members());
                members.put(name, Json.of(value));
                yield event.withBody(new JsonObject(members).write());
            }
        };
    }

    private Stream<String> parameters() {
        return Stream.of(event.query().split("&", -1));
    }

    private static boolean isOf(String name, String pair) {
        return pair.startsWith(name + "=");
    }

    private JsonObject body() {
        return (JsonObject) Json.parse(event.bytes());
    }
}
