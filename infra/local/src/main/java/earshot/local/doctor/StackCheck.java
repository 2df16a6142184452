package earshot.local.doctor;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import java.util.List;

/** Whether the stack is complete. */
record StackCheck() implements Check {
    @Override
    public String title() {
        return "stack";
    }

    @Override
    public List<Finding> look(Site site) {
        return List.of(site.state());
    }
}
