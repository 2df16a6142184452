package earshot.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A template that cannot be run here, with everything that is wrong with it, said at once. */
public final class TemplateException extends RuntimeException {
    private final transient List<TemplateFault> faults;

    TemplateException(Path file, List<TemplateFault> faults) {
        super(
                faults.stream()
                        .map(fault -> file.getFileName() + ": " + fault)
                        .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the template. */
    public List<TemplateFault> faults() {
        return faults;
    }
}
