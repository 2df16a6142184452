package earshot.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.local.quarantine.HeldMessages;
import earshot.local.quarantine.QuarantineItem;
import earshot.local.quarantine.Replay;
import earshot.local.stack.Site;
import earshot.local.text.Columns;
import earshot.local.text.OneLine;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import earshot.local.text.Visible;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.model.Message;

/** {@code ./earshot quarantine}: what was proved and could not be read. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|show|replay",
        description = "Lists and shows what could not be read, and reads it again after a fix.")
final class QuarantineCommand {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All of it, oldest first; nothing is taken away.")
    int list() throws InterruptedException {
        return StackCommand.at(stack, spec, this::list);
    }

    private int list(Site site, PrintWriter out) {
        try (var held = held(site)) {
            var all = QuarantineItem.of(held.all());
            out.println(all.isEmpty() ? "The quarantine is empty." : table(all));
            tellOfMore(held, out);
        }
        return 0;
    }

    private String table(List<QuarantineItem> all) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "FROM", "AGE", "BYTES", "REASON"));
        for (var kept : all) {
            rows.add(
                    List.of(
                            OneLine.of(kept.id(), 80),
                            kept.from(),
                            Spans.of(Duration.between(kept.since(), clock.instant())),
                            Integer.toString(kept.size()),
                            OneLine.of(kept.reason(), 100)));
        }
        return Columns.of(rows);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One of it: its headers and its body, unpacked.")
    int show(
            @Parameters(paramLabel = "ID", description = "As list shows it, or how it begins.")
                    String id,
            @Option(
                            names = "--raw",
                            description = "The body alone, byte for byte: to be put in a file.")
                    boolean raw)
            throws InterruptedException {
        return StackCommand.at(
                stack,
                spec,
                (site, out) -> {
                    try (var held = held(site)) {
                        var kept = one(QuarantineItem.of(held.all()), id);
                        if (raw) {
                            System.out.writeBytes(body(kept));
                            System.out.flush();
                        } else {
                            show(kept, out);
                        }
                    }
                    return 0;
                });
    }

    private static void show(QuarantineItem kept, PrintWriter out) {
        out.println("id        " + OneLine.of(kept.id()));
        out.println("from      " + kept.from());
        out.println("reason    " + OneLine.of(kept.reason()));
        out.println("since     " + kept.since());
        if (kept instanceof QuarantineItem.OfNetwork element) {
            var account = element.delivery().account();
            out.println("account   " + (account == null ? "of any" : OneLine.of(account)));
            new TreeMap<>(element.delivery().headers())
                    .forEach((name, value) -> out.println("  " + OneLine.of(name + ": " + value)));
        }
        out.println();
        out.println(Visible.of(body(kept)));
    }

    private static byte[] body(QuarantineItem kept) {
        return switch (kept) {
            case QuarantineItem.OfNetwork element -> element.delivery().body();
            case QuarantineItem.OfRouter message -> message.body().getBytes(UTF_8);
            case QuarantineItem.Unclear unclear ->
                    String.join("\n", unclear.messages().stream().map(Message::body).toList())
                            .getBytes(UTF_8);
        };
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Reads it again with the functions as they are now. What is read completely leaves"
                        + " the quarantine.",
                "Ends with 1 when something stays."
            })
    int replay(
            @Parameters(paramLabel = "ID", arity = "0..*") @Nullable List<String> ids,
            @Option(names = "--network", paramLabel = "NAME", description = "All of a network.")
                    @Nullable String network,
            @Option(names = "--all", description = "All of it.") boolean all)
            throws InterruptedException {
        var named = ids == null ? List.<String>of() : ids;
        if (named.isEmpty() && network == null && !all) {
            throw new UserFault("Which? Name ids, --network NAME or --all");
        }
        return StackCommand.at(stack, spec, (site, out) -> replay(named, network, site, out));
    }

    private static int replay(
            List<String> ids, @Nullable String network, Site site, PrintWriter out) {
        try (var held = held(site)) {
            var found = QuarantineItem.of(held.all());
            var chosen =
                    ids.isEmpty()
                            ? found.stream().filter(of(network)).toList()
                            : ids.stream().map(id -> one(found, id)).distinct().toList();
            var replay = new Replay(site.template(), site.invoker(), site.sqs(), site::queue);
            int staying = 0;
            for (var kept : chosen) {
                staying += replayed(kept, replay, held, out) ? 0 : 1;
            }
            out.println(
                    "%d read, %d stay in the quarantine"
                            .formatted(chosen.size() - staying, staying));
            tellOfMore(held, out);
            return staying == 0 ? 0 : 1;
        }
    }

    private static Predicate<QuarantineItem> of(@Nullable String network) {
        return kept -> network == null || kept.from().equals(network);
    }

    private static boolean replayed(
            QuarantineItem kept, Replay replay, HeldMessages held, PrintWriter out) {
        var outcome = replay.of(kept);
        boolean taken = outcome instanceof Replay.Outcome.Taken;
        if (taken) {
            kept.messages().forEach(held::delete);
        }
        out.println(
                "%s  %s  %s"
                        .formatted(
                                taken ? "read " : "STAYS",
                                OneLine.of(kept.id(), 80),
                                OneLine.of(outcome.sentence())));
        out.flush();
        return taken;
    }

    private static QuarantineItem one(List<QuarantineItem> all, String id) {
        var found = all.stream().filter(kept -> kept.id().equals(id)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        var begun = all.stream().filter(kept -> kept.id().startsWith(id)).toList();
        if (begun.size() != 1) {
            throw new UserFault(
                    begun.isEmpty()
                            ? "Nothing in the quarantine has the id " + id
                            : "%d begin with %s: name more of it".formatted(begun.size(), id));
        }
        return begun.getFirst();
    }

    private static HeldMessages held(Site site) {
        return HeldMessages.of(site.sqs(), site.queue("QuarantineQueue"));
    }

    private static void tellOfMore(HeldMessages held, PrintWriter out) {
        if (!held.isAll()) {
            out.println("There is more than one look can take: call this again afterwards.");
        }
    }
}
