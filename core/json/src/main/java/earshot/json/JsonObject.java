package earshot.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object.
 *
 * @param members in the order in which they were written
 */
public record JsonObject(Map<String, Json> members) implements Json {
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public Json get(String name) {
        var member = members.get(name);
        return member == null ? JsonAbsent.ABSENT : member;
    }

    /** The same with one member more, or another. */
    public JsonObject with(String name, Json value) {
        var changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    @Override
    public String toString() {
        return write();
    }
}
