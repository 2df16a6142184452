package earshot.domain.policy;

import java.time.ZoneId;
import java.util.List;

/**
 * Somebody who answers customers.
 *
 * @param teams the ids of the teams that they work in
 */
public record Person(
        String id, String name, List<String> teams, ZoneId zone, List<String> channels) {
    public Person {
        teams = List.copyOf(teams);
        channels = List.copyOf(channels);
    }

    Recipient asRecipient() {
        return new Recipient("person:" + id, name, zone, channels);
    }
}
