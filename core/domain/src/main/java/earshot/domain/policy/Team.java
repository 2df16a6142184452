package earshot.domain.policy;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who share a list of cases.
 *
 * @param lead the id of the person who hears of it when the team is late
 */
public record Team(
        String id, String name, @Nullable String lead, ZoneId zone, List<String> channels) {
    public Team {
        channels = List.copyOf(channels);
    }

    Recipient asRecipient() {
        return new Recipient("team:" + id, name, zone, channels);
    }
}
