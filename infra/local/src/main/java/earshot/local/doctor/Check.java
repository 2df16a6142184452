package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import java.time.Clock;
import java.util.List;

/**
 * Something that the doctor looks at. A further one is a class of its own and a line in {@link
 * #all}; whatever it throws for a service that does not answer becomes a fault under its title.
 */
public interface Check {
    /** What it looks at, in a word or two. */
    String title();

    List<Finding> look(Site site);

    /** All that there is to look at, in the order in which it is told. */
    static List<Check> all(Clock clock) {
        return List.of(
                new StackCheck(),
                new FunctionCheck(),
                new SecretCheck(),
                new TableCheck(),
                new QueueCheck(),
                new PolicyCheck(clock),
                new ClockCheck(clock),
                new CursorCheck(clock));
    }
}
