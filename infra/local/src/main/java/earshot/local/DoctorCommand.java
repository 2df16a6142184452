package earshot.local;

import earshot.local.doctor.Check;
import earshot.local.doctor.Doctor;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./earshot doctor}: one line for each thing that must be well. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a stack: one line for each thing, and how to mend what is wrong.",
            "Ends with 0 when all is well, 1 when not."
        })
final class DoctorCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var site = stack.open(System.getenv())) {
            out.println(site.name());
            var told = new AtomicInteger();
            int faults =
                    new Doctor(Check.all(Clock.systemUTC()))
                            .look(
                                    site,
                                    finding -> {
                                        told.incrementAndGet();
                                        out.println(finding);
                                        out.flush();
                                    });
            out.println("%d ok, %d at fault".formatted(told.get() - faults, faults));
            out.flush();
            return faults == 0 ? 0 : 1;
        }
    }
}
