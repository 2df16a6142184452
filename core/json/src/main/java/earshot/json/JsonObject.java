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

    @Override
    public String toString() {
        return write();
    }
}
