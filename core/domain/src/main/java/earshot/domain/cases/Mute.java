package earshot.domain.cases;

import earshot.domain.policy.Directory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nobody in a team is told anything until an instant. Clocks go on: what would have been told is
 * held, and told then if somebody still waits.
 *
 * @param team whose members hear nothing
 * @param until the first instant that is not muted
 * @param by who said so
 * @param at when they did
 */
public record Mute(String team, Instant until, String by, Instant at, @Nullable String why) {
    public Mute {
        if (team.isEmpty()) {
            throw new IllegalArgumentException("A mute is of a team");
        }
    }

    public boolean isInForce(Instant now) {
        return now.isBefore(until);
    }

    /**
     * Whether a notice is for the team: for the team itself, or for one of its people on its own
     * case. The fallback hears of other teams' cases also while its own team is muted, and a person
     * who is the fallback hears everything: somebody must.
     */
    public boolean holds(Notice notice, Directory directory) {
        var recipient = notice.recipient();
        boolean ours = notice.why().team().equals(team);
        boolean isFallback = recipient.equals(directory.fallback());
        if (recipient.equals("team:" + team)) {
            return ours || !isFallback;
        }
        return ours && !isFallback && directory.isMember(recipient, team);
    }
}
