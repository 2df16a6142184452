package earshot.x;

import earshot.json.Json;
import earshot.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people whom a delivery describes beside what happened, by id. */
record Profiles(Map<String, Profile> byId) {
    Profiles {
        byId = Map.copyOf(byId);
    }

    /**
     * @param users a list, or an object with a member for each id
     */
    static Profiles of(Json users) {
        Map<String, Profile> found = new HashMap<>();
        if (users instanceof JsonObject(var members)) {
            members.forEach((id, user) -> found.put(id, Profile.of(Profile.unwrapped(user))));
        }
        for (var item : users.items()) {
            var user = Profile.unwrapped(item);
            var id = Ids.of(user.get("id"));
            if (id != null) {
                found.put(id, Profile.of(user));
            }
        }
        return new Profiles(found);
    }

    Profile of(@Nullable String id) {
        return id == null ? Profile.UNKNOWN : byId.getOrDefault(id, Profile.UNKNOWN);
    }
}
