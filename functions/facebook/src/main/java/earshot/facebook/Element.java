package earshot.facebook;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.webhook.Reading;
import java.util.List;

/**
 * One element of an entry, which stands or falls alone.
 *
 * @param list the list that it stood in: {@code changes}, {@code messaging} or {@code standby}
 */
record Element(Entry entry, String list, Json content) {
    Reading unreadable(Why why) {
        return Reading.unreadable(why, entry.alone(list, new JsonArray(List.of(content))));
    }
}
