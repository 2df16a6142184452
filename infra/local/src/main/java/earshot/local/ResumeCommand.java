package earshot.local;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot resume}: a paused function goes on. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Ends a function's pause: it goes on at its next call, within a minute or so.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "FUNCTION", description = "Its folder, such as youtube-comments.")
    private String function = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        return StackCommand.at(
                stack,
                spec,
                (site, out) -> {
                    var pauses = site.cases().pauses();
                    if (pauses.end(function, StackCommand.login(), clock.instant()).isEmpty()) {
                        out.println(function + " is not paused.");
                        return 1;
                    }
                    out.println(function + " goes on at its next call.");
                    return 0;
                });
    }
}
