package earshot.local;

import earshot.casebook.Pauses;
import earshot.local.cases.CaseView;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot pause}: a function that asks a network by itself does nothing for a while. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a function that asks a network by itself do nothing for a while. What it misses it"
                    + " fetches afterwards, as far as the network still shows it.",
            "./earshot resume FUNCTION ends it."
        })
final class PauseCommand implements Callable<Integer> {
    /** Until somebody says otherwise. */
    private static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    @Mixin private final StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "FUNCTION", description = "Its folder, such as youtube-comments.")
    private String function = "";

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            description = "30m, 2h, 1d; or an instant. Without it until it is resumed.")
    private @Nullable String span;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        var now = clock.instant();
        var until = span == null ? OPEN_END : Spans.instant(span, now);
        if (!until.isAfter(now)) {
            throw new UserFault("That is past: " + span);
        }
        return StackCommand.at(
                stack,
                spec,
                (site, out) -> {
                    Pollers.named(function, site);
                    site.cases()
                            .pauses()
                            .put(new Pauses.Pause(function, until, StackCommand.login()));
                    out.println(
                            "%s does nothing until %s."
                                    .formatted(
                                            function,
                                            span == null
                                                    ? "./earshot resume " + function
                                                    : CaseView.time(until)));
                    return 0;
                });
    }
}
