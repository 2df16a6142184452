package earshot.local;

import earshot.domain.cases.Mute;
import earshot.local.cases.CaseView;
import earshot.local.stack.Site;
import earshot.local.text.Columns;
import earshot.local.text.OneLine;
import earshot.local.text.Spans;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./earshot mutes}: which teams are told nothing. */
@Command(
        name = "mutes",
        mixinStandardHelpOptions = true,
        description = "Which teams are told nothing, until when, and why.")
final class MutesCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        return StackCommand.at(stack, spec, this::list);
    }

    private int list(Site site, PrintWriter out) {
        var now = clock.instant();
        var table = site.cases();
        var mutes = new ArrayList<>(table.mutes().inForce(now));
        if (mutes.isEmpty()) {
            out.println("No team is muted.");
            return 0;
        }
        mutes.sort(Comparator.comparing(Mute::until));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("TEAM", "UNTIL", "LEFT", "BY", "WHY"));
        for (var mute : mutes) {
            rows.add(
                    List.of(
                            mute.team(),
                            CaseView.time(mute.until()),
                            Spans.left(mute.until(), now),
                            OneLine.of(mute.by()),
                            OneLine.of(Objects.requireNonNullElse(mute.why(), ""))));
        }
        out.println(Columns.of(rows));
        out.println(table.notices().held(null).count() + " notices are held.");
        return 0;
    }
}
