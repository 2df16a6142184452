package earshot.local;

import earshot.domain.policy.Directory;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import java.time.Clock;
import java.util.TreeSet;

/** The teams of the policy in force. */
final class Teams {
    private Teams() {}

    /**
     * The directory of the policy in force.
     *
     * @throws UserFault when it does not name the team
     */
    static Directory naming(String team, Site site, Clock clock) {
        var directory = site.cases().policies(clock).current().directory();
        var teams = directory.teams().keySet();
        if (!teams.contains(team)) {
            throw new UserFault(
                    "The policy has no team %s. There is: %s"
                            .formatted(team, String.join(", ", new TreeSet<>(teams))));
        }
        return directory;
    }
}
