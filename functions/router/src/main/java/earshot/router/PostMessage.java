package earshot.router;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.json.JsonObject;
import earshot.queue.Wire;

/**
 * An activity from the queue {@code posts}.
 *
 * @param waited whether it has waited for its parent already
 */
record PostMessage(Activity activity, String body, boolean waited) {
    private static final String WAITED = "waited";

    /**
     * @throws earshot.queue.WireException for what is no activity
     */
    static PostMessage read(String body) {
        var activity = Wire.activity(body);
        return new PostMessage(activity, body, Json.parse(body).has(WAITED));
    }

    /** The same message, which will not wait again. */
    String afterWaiting() {
        JsonMembers again = Json.object();
        ((JsonObject) Json.parse(body)).members().forEach(again::with);
        return again.with(WAITED, true).write();
    }
}
