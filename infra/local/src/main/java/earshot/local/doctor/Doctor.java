package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at everything, and tells each finding as it comes. */
public record Doctor(List<Check> checks) {
    public Doctor {
        checks = List.copyOf(checks);
    }

    /** How many faults there are. */
    public int look(Site site, Consumer<Finding> told) {
        int faults = 0;
        for (var check : checks) {
            for (var finding : look(check, site)) {
                faults += finding.isFault() ? 1 : 0;
                told.accept(finding);
            }
        }
        return faults;
    }

    private static List<Finding> look(Check check, Site site) {
        try {
            return check.look(site);
        } catch (SdkException | UserFault | IllegalStateException e) {
            return List.of(
                    Finding.fault(
                            check.title(),
                            "cannot be looked at",
                            String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
    }
}
