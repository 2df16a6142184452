package earshot.json;

import java.util.List;

/** An array. */
public record JsonArray(List<Json> items) implements Json {
    public JsonArray {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return write();
    }
}
