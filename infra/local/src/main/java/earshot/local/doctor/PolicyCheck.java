package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.policy.PolicySchema;
import java.time.Clock;
import java.util.List;

/** Which policy is in force, and whether this version can read it. */
record PolicyCheck(Clock clock) implements Check {
    @Override
    public String title() {
        return "policy";
    }

    @Override
    public List<Finding> look(Site site) {
        var book = site.cases().policies(clock);
        int version = book.currentVersion();
        if (version == 0) {
            return List.of(Finding.ok("policy", "the one that ships; ./earshot policy push yours"));
        }
        var faults = PolicySchema.check(book.text(version));
        return List.of(
                faults.isEmpty()
                        ? Finding.ok("policy", "version %d is in force".formatted(version))
                        : Finding.fault(
                                "policy",
                                "version %d has %d faults, first: %s"
                                        .formatted(version, faults.size(), faults.getFirst()),
                                "./earshot policy show, mend and push it."));
    }
}
