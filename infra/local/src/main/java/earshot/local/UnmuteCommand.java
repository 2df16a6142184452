package earshot.local;

import earshot.local.stack.Site;
import earshot.queue.Message;
import earshot.queue.SdkQueueSender;
import earshot.queue.Wire;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot unmute}: a team is told again, at once. */
@Command(
        name = "unmute",
        mixinStandardHelpOptions = true,
        description = "Ends a team's mute: what was held and is still to be told is told at once.")
final class UnmuteCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "TEAM", description = "As ./earshot mutes shows it.")
    private String team = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        return StackCommand.at(stack, spec, this::unmute);
    }

    private int unmute(Site site, PrintWriter out) {
        var table = site.cases();
        if (table.mutes().end(team, StackCommand.login(), clock.instant()).isEmpty()) {
            out.println(team + " is not muted.");
            return 1;
        }
        // Other teams' too: whatever still has to be held is held again. Should this be cut off,
        // the sweep does the same within a minute.
        var held = table.notices().held(null).map(Wire::encode).map(Message::of).toList();
        if (!held.isEmpty()) {
            new SdkQueueSender(site.sqs()).send(site.queue("NoticesQueue"), held);
        }
        out.println(
                "%s is told again. %d held notices are looked at now."
                        .formatted(team, held.size()));
        return 0;
    }
}
