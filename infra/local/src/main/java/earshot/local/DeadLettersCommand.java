package earshot.local;

import earshot.local.quarantine.DeadLetters;
import earshot.local.stack.Site;
import earshot.local.text.Columns;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot dead-letters}: what failed too often. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|redrive",
        description = "Counts what failed too often, and sends it to its queue again.")
final class DeadLettersCommand {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "How many each queue has, and since when the oldest of them is there.")
    int list() throws InterruptedException {
        return StackCommand.at(stack, spec, this::list);
    }

    private int list(Site site, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("QUEUE", "DEAD LETTERS", "OLDEST"));
        for (var queue : DeadLetters.of(site)) {
            int count = queue.count();
            var age =
                    count == 0
                            ? "-"
                            : queue.oldest()
                                    .map(at -> Spans.of(Duration.between(at, clock.instant())))
                                    .orElse("-");
            rows.add(List.of(queue.name(), Integer.toString(count), age));
        }
        out.println(Columns.of(rows));
        return 0;
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = {
                "Sends them to their queue again, after the cause is mended.",
                "It may be done at any time and any number of times: nothing is filed or told twice."
            })
    int redrive(
            @Parameters(
                            paramLabel = "QUEUE",
                            arity = "0..1",
                            description = "posts, commands, clock, ...; without it every queue.")
                    @Nullable String queue)
            throws InterruptedException {
        return StackCommand.at(stack, spec, (site, out) -> redrive(queue, site, out));
    }

    private static int redrive(@Nullable String named, Site site, PrintWriter out)
            throws InterruptedException {
        var all = DeadLetters.of(site);
        var chosen = all.stream().filter(q -> named == null || q.isCalled(named)).toList();
        if (chosen.isEmpty()) {
            throw new UserFault(
                    "No queue is called %s. There is: %s"
                            .formatted(
                                    named,
                                    all.stream()
                                            .map(DeadLetters::name)
                                            .collect(Collectors.joining(", "))));
        }
        for (var queue : chosen) {
            int before = queue.count();
            if (before == 0) {
                out.println(queue.name() + ": none");
                continue;
            }
            long moved = queue.redrive();
            int left = queue.count();
            out.println(
                    queue.name()
                            + ": %d of %d moved%s"
                                    .formatted(
                                            moved, before, left == 0 ? "" : ", " + left + " left"));
            out.flush();
        }
        return 0;
    }
}
