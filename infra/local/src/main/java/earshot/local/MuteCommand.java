package earshot.local;

import earshot.domain.cases.Mute;
import earshot.domain.policy.Directory;
import earshot.local.cases.CaseView;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot mute}: a team is told nothing for a while. */
@Command(
        name = "mute",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a team nothing for a while. Its clocks go on; what is still to be told when the"
                    + " mute is over is told then.",
            "./earshot unmute TEAM ends it, ./earshot mutes lists them."
        })
final class MuteCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "TEAM", description = "As the policy names it.")
    private String team = "";

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            required = true,
            description = "30m, 2h, 1d; or an instant such as 2026-11-22T09:30:00Z.")
    private String span = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "For whoever asks.")
    private @Nullable String why;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        var now = clock.instant();
        var until = Spans.instant(span, now);
        if (!until.isAfter(now)) {
            throw new UserFault("That is past: " + span);
        }
        return StackCommand.at(
                stack,
                spec,
                (site, out) -> {
                    var directory = Teams.naming(team, site, clock);
                    site.cases().mutes().put(new Mute(team, until, StackCommand.login(), now, why));
                    out.println(
                            "%s is told nothing until %s. Clocks go on; %s."
                                    .formatted(team, CaseView.time(until), rest(directory)));
                    return 0;
                });
    }

    private String rest(Directory directory) {
        return directory.fallback().equals("team:" + team)
                ? "it is the fallback too, so of its own cases nobody hears"
                : directory.fallback() + " hears of them where a ladder names the fallback";
    }
}
