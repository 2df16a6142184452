package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonNull;
import earshot.json.JsonObject;
import earshot.webhook.Reading;
import java.util.List;

/** How many things a delivery tells, counted without reading any of them. */
final class Elements {
    private static final List<String> LISTS = List.of("changes", "messaging", "standby");

    private Elements() {}

    static int in(Json body) {
        return "page".equals(body.text("object"))
                        && body.get("entry") instanceof JsonArray(var list)
                ? list.stream().mapToInt(Elements::inEntry).sum()
                : 1;
    }

    static int in(Reading reading) {
        return reading.activities().size()
                + reading.toFetch().size()
                + reading.unreadable().size()
                + reading.ignored().size();
    }

    private static int inEntry(Json entry) {
        if (!(entry instanceof JsonObject) || !mayBeAnId(entry.get("id"))) {
            return 1;
        }
        var lists = LISTS.stream().filter(list -> isThere(entry, list)).toList();
        return lists.isEmpty() ? 1 : lists.stream().mapToInt(list -> inList(entry.get(list))).sum();
    }

    private static int inList(Json list) {
        return list instanceof JsonArray(var items) ? items.size() : 1;
    }

    private static boolean isThere(Json entry, String member) {
        return entry.has(member) && !(entry.get(member) instanceof JsonNull);
    }

    private static boolean mayBeAnId(Json id) {
        var text = id.text();
        return text == null
                ? id instanceof JsonNull || id.equals(Json.object().build().get("id"))
                : !text.isBlank() && text.length() <= 2048;
    }
}
