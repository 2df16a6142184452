package earshot.youtubelease;

import earshot.domain.TurnAbout;
import earshot.domain.policy.Policies;
import earshot.domain.post.Network;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The channels that are ours by the policy in force. */
final class Channels {
    static final Network YOUTUBE = new Network("youtube");

    private static final Pattern ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final int HOUR = 3600;

    private Channels() {}

    /** Each hour another is the first, so that a slow hub makes none wait for ever. */
    static List<String> of(Policies policies, Instant now) {
        var channels = policies.current().directory().accountsOf(YOUTUBE);
        return TurnAbout.of(channels, now.getEpochSecond() / HOUR);
    }

    /** Whether the hub can know it: names with {@code @} have no feed. */
    static boolean isId(String account) {
        return ID.matcher(account).matches();
    }
}
