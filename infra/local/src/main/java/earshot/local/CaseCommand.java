package earshot.local;

import earshot.casebook.CommandText;
import earshot.domain.WireWord;
import earshot.domain.cases.Case;
import earshot.domain.cases.Command.Request;
import earshot.domain.cases.Status;
import earshot.domain.policy.Priority;
import earshot.local.cases.CaseDesk;
import earshot.local.cases.CaseLines;
import earshot.local.cases.CaseTableau;
import earshot.local.cases.CaseView;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** {@code ./earshot case}: reads cases, and sends commands to them. */
@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|show|why|find|resolve|reopen|assign|...",
        description = "Lists, shows and finds cases of a stack, and changes them.")
final class CaseCommand {
    private static final String ID = "A case (facebook:1_2~000001) or its conversation.";

    @Mixin private final StackOptions stack = new StackOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who says so; without it the name of your login.")
    private String by = System.getProperty("user.name", "somebody");

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    /** What is done with the cases at hand. */
    private interface Work {
        void at(CaseDesk desk, PrintWriter out) throws InterruptedException;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "The cases of all teams, most pressing first.")
    int list(
            @Option(
                            names = "--status",
                            split = ",",
                            defaultValue = "open",
                            description = "open, answered, snoozed, resolved, ignored; or all.")
                    List<String> states,
            @Option(names = "--team") @Nullable String team,
            @Option(names = "--assignee") @Nullable String assignee)
            throws InterruptedException {
        var wanted =
                states.contains("all") ? List.of(Status.values()) : words(Status.class, states);
        return with(
                (desk, out) ->
                        out.println(
                                CaseTableau.of(
                                        desk.list(wanted).stream()
                                                .filter(c -> team == null || team.equals(c.team()))
                                                .filter(c -> isFor(c, assignee))
                                                .toList(),
                                        clock.instant())));
    }

    private static boolean isFor(Case of, @Nullable String assignee) {
        return assignee == null || assignee.equals(of.desk().assignee());
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "A case with its posts, actions, notices and clock.")
    int show(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--why", description = "Explains its clock.") boolean why)
            throws InterruptedException {
        return with((desk, out) -> out.println(new CaseView(desk, clock.instant()).of(id, why)));
    }

    @Command(name = "why", mixinStandardHelpOptions = true, description = "The same as show --why.")
    int why(@Parameters(paramLabel = "ID", description = ID) String id)
            throws InterruptedException {
        return show(id, true);
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Cases by a post (facebook:1_2), a customer (facebook:7), or words.")
    int find(@Parameters(paramLabel = "TEXT") String text) throws InterruptedException {
        return with((desk, out) -> out.println(CaseTableau.of(desk.find(text), clock.instant())));
    }

    @Command(name = "resolve", mixinStandardHelpOptions = true, description = "It is over.")
    int resolve(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--reason") @Nullable String reason)
            throws InterruptedException {
        return order(id, new Request.Resolve(reason));
    }

    @Command(name = "reopen", mixinStandardHelpOptions = true, description = "It is not over.")
    int reopen(@Parameters(paramLabel = "ID", description = ID) String id)
            throws InterruptedException {
        return order(id, new Request.Reopen());
    }

    @Command(
            name = "assign",
            mixinStandardHelpOptions = true,
            description = "Who sees to it; without a name and team, nobody.")
    int assign(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(paramLabel = "NAME", arity = "0..1") @Nullable String assignee,
            @Option(names = "--team") @Nullable String team)
            throws InterruptedException {
        return order(id, new Request.Assign(assignee, team));
    }

    @Command(
            name = "priority",
            mixinStandardHelpOptions = true,
            description = "How pressing it is.")
    int priority(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(
                            paramLabel = "PRIORITY",
                            description =
                                    "urgent, high, normal, low; or rules, to leave it to them.")
                    String priority)
            throws InterruptedException {
        var chosen =
                priority.equals("rules")
                        ? null
                        : words(Priority.class, List.of(priority)).getFirst();
        return order(id, new Request.Prioritize(chosen));
    }

    @Command(
            name = "acknowledge",
            mixinStandardHelpOptions = true,
            description = "I am on it: the reminders pause.")
    int acknowledge(@Parameters(paramLabel = "ID", description = ID) String id)
            throws InterruptedException {
        return order(id, new Request.Acknowledge());
    }

    @Command(
            name = "snooze",
            mixinStandardHelpOptions = true,
            description = "Not before then, unless the customer writes.")
    int snooze(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(
                            paramLabel = "UNTIL",
                            description = "2026-11-22T09:30:00Z, or from now: 30m, 2h, 1d.")
                    String until)
            throws InterruptedException {
        return order(id, new Request.Snooze(Spans.instant(until, clock.instant())));
    }

    @Command(name = "note", mixinStandardHelpOptions = true, description = "A word for colleagues.")
    int note(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(paramLabel = "TEXT", arity = "1..*") List<String> words)
            throws InterruptedException {
        return order(id, new Request.Note(String.join(" ", words)));
    }

    @Command(
            name = "tag",
            mixinStandardHelpOptions = true,
            description = "A word to find it by; or that word no more.")
    int tag(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(paramLabel = "TAG", description = "Letters, digits and - . _") String tag,
            @Option(names = "--remove", description = "Takes it away.") boolean remove)
            throws InterruptedException {
        if (!CommandText.isTag(tag)) {
            throw new UserFault("A tag is 1 to 50 letters, digits and - . _, not: " + tag);
        }
        return order(id, new Request.Tag(tag, remove));
    }

    private int order(String id, Request order) throws InterruptedException {
        var refused = new boolean[1];
        with(
                (desk, out) -> {
                    var action = desk.order(desk.get(id), by, order);
                    var why = action.map(done -> done.details().get("refused")).orElse(null);
                    refused[0] = why != null;
                    if (why != null) {
                        out.println("Refused: " + why);
                    } else if (action.isEmpty()) {
                        out.println("Sent; nobody has applied it yet. Is the stack running?");
                    }
                    out.println(CaseLines.of(desk.get(id), clock.instant()));
                });
        return refused[0] ? 1 : 0;
    }

    private int with(Work work) throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (var site = stack.open(System.getenv());
                var desk = new CaseDesk(site, clock)) {
            work.at(desk, out);
        } catch (SdkClientException e) {
            throw StackOptions.nobody(e);
        }
        out.flush();
        return 0;
    }

    private static <E extends Enum<E> & WireWord> List<E> words(Class<E> type, List<String> words) {
        try {
            return words.stream().map(word -> WireWord.parse(type, word)).toList();
        } catch (IllegalArgumentException e) {
            throw new UserFault(
                    "%s. There is: %s"
                            .formatted(
                                    e.getMessage(),
                                    String.join(
                                            ", ",
                                            Stream.of(type.getEnumConstants())
                                                    .map(WireWord::word)
                                                    .toList())),
                    e);
        }
    }
}
