package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Whether steps that are due are decided: the sweep looks each minute, the reminder at once. */
record ClockCheck(Clock clock) implements Check {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "clocks";
    }

    @Override
    public List<Finding> look(Site site) {
        var late = site.cases().cases().due(clock.instant().minus(PATIENCE)).toList();
        if (late.isEmpty()) {
            return List.of(Finding.ok("clocks", "no step is overdue"));
        }
        var oldest = late.stream().map(each -> each.stepKey()).min(String::compareTo).orElse("");
        return List.of(
                Finding.fault(
                        "clocks",
                        "steps overdue: %d, the oldest since %s".formatted(late.size(), oldest),
                        "The sweep or the reminder does not run: see their logs and the clock's"
                                + " dead letters."));
    }
}
