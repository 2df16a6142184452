package earshot.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object to be: what is null is left out. */
public final class JsonMembers {
    private final Map<String, Json> members = new LinkedHashMap<>();

    JsonMembers() {}

    public JsonMembers with(String name, @Nullable String text) {
        return with(name, text == null ? null : new JsonString(text));
    }

    public JsonMembers with(String name, @Nullable Long number) {
        return with(name, number == null ? null : Json.of(number));
    }

    public JsonMembers with(String name, int number) {
        return with(name, Json.of(number));
    }

    public JsonMembers with(String name, boolean value) {
        return with(name, Json.of(value));
    }

    public JsonMembers with(String name, @Nullable Json value) {
        if (value != null && members.put(name, value) != null) {
            throw new IllegalArgumentException("Written twice: " + name);
        }
        return this;
    }

    /** An array of strings; left out when there are none. */
    public JsonMembers withTexts(String name, Collection<String> texts) {
        List<Json> items = new ArrayList<>(texts.size());
        for (String text : texts) {
            items.add(new JsonString(text));
        }
        return withItems(name, items);
    }

    /** An array; left out when it is empty. */
    public JsonMembers withItems(String name, List<Json> items) {
        return with(name, items.isEmpty() ? null : new JsonArray(items));
    }

    public JsonObject build() {
        return new JsonObject(members);
    }

    /** {@link #build()} and {@link Json#write()}. */
    public String write() {
        return build().write();
    }
}
