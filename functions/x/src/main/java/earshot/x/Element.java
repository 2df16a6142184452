package earshot.x;

import earshot.json.Json;
import earshot.webhook.Reading;
import java.util.function.Supplier;

/**
 * One element of a list, which stands or falls alone.
 *
 * @param alone a delivery of this element and nothing else
 */
record Element(Json content, Supplier<Json> alone) {
    Reading unreadable(Why why) {
        return Reading.unreadable(why, alone.get());
    }
}
