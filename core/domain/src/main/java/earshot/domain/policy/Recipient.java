package earshot.domain.policy;

import java.time.ZoneId;
import java.util.List;

/**
 * Who gets a notice.
 *
 * @param id {@code person:<id>} or {@code team:<id>}
 * @param zone in which a notice tells them the time
 * @param channels by which they are told, in the policy's words
 */
public record Recipient(String id, String name, ZoneId zone, List<String> channels) {
    public Recipient {
        channels = List.copyOf(channels);
    }
}
