package earshot.local;

import earshot.domain.cases.Status;
import earshot.json.Json;
import earshot.json.JsonAbsent;
import earshot.local.cases.CaseDesk;
import earshot.local.cases.CaseTableau;
import earshot.local.cases.CaseWatch;
import earshot.local.recordings.Postman;
import earshot.local.recordings.Signer;
import earshot.local.run.EmbeddedServers;
import earshot.local.run.Endpoints;
import earshot.local.run.FrontDoor;
import earshot.local.run.LocalEnvironment;
import earshot.local.run.RunningStack;
import earshot.local.story.NoticeReceiver;
import earshot.local.story.StandIn;
import earshot.local.story.Story;
import earshot.local.text.Console;
import earshot.local.text.Project;
import earshot.recordings.NewIds;
import earshot.stack.NotLocal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./earshot up}: the whole stack locally, until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs the whole stack here, with a short story to watch, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "Of the webhooks. 0: any free.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps tables and queues there. Without it nothing is kept.")
    private @Nullable Path data;

    @Option(names = "--no-demo", description = "Without the story.")
    private boolean noDemo;

    @Option(
            names = "--once",
            description = "Ends after the story: 0 when it went as expected, else 1.")
    private boolean once;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Puts this policy in force first; the story expects its own.")
    private @Nullable Path policy;

    @Option(
            names = "--verbose",
            description = "Names what has no meaning here, and shows what the functions log.")
    private boolean verbose;

    private final Project project = Project.ofThisProcess();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        var console = Console.ofThisProcess();
        muteFunctions();
        var policyText = policyText();
        var watch = new CaseWatch(console, clock, ZoneId.systemDefault());
        var secrets = LocalEnvironment.of(project.secrets(), System.getenv());
        var door = FrontDoor.on(port, clock, console);
        var receiver =
                NoticeReceiver.start(
                        secrets.get("EARSHOT_NOTIFY_SECRET"), clock, console, watch::notices);
        var script = noDemo ? JsonAbsent.ABSENT : Story.script(project.events());
        var names = new NewIds(new SecureRandom());
        var apis = StandIn.start(script.get("apis"), project.events(), names, clock);
        var surroundings =
                secrets.withDefaults(apis.variables())
                        .withDefaults(Map.of("EARSHOT_NOTIFY_URL", receiver.address().toString()));
        var stack =
                RunningStack.start(
                        project.template(),
                        surroundings,
                        door,
                        () -> EmbeddedServers.start(data),
                        made -> push(policyText, made),
                        console,
                        clock);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopped)));
        stack.follow("CaseTable", watch::read);
        stack.open();
        stack.endpoints().write(project.data(data));
        console.line("Serving at " + stack.endpoints().http() + "/webhooks/...");
        left(stack.template().notLocal(), console);
        boolean well = noDemo || tell(stack, script, apis, names, surroundings, console);
        if (once) {
            return well ? 0 : 1;
        }
        console.line("Ctrl-C ends it.");
        stopped.await();
        return 0;
    }

    /** The policy to put in force: the one that was named, else the story's own. */
    private @Nullable String policyText() {
        if (policy != null) {
            return PolicyCommand.sound(policy);
        }
        return noDemo ? null : PolicyCommand.sound(project.demoPolicy());
    }

    private void push(@Nullable String text, Endpoints made) {
        if (text != null) {
            try (var desk = new CaseDesk(made, clock)) {
                desk.push(text, "up");
            }
        }
    }

    /** True when all ended as expected. */
    private boolean tell(
            RunningStack stack,
            Json script,
            StandIn apis,
            NewIds names,
            LocalEnvironment surroundings,
            Console console)
            throws InterruptedException {
        var signer = new Signer(stack.template(), _ -> surroundings.variables());
        var postman = new Postman(stack.endpoints().http(), project.events(), signer, clock);
        try (var desk = new CaseDesk(stack.endpoints(), clock)) {
            var story =
                    new Story(
                            script,
                            project.events(),
                            apis,
                            postman,
                            desk,
                            () -> stack.isDrained("PostsQueue"),
                            console,
                            clock,
                            names);
            var faults = story.tell();
            var open = desk.list(List.of(Status.OPEN));
            console.block("\n" + CaseTableau.of(open, clock.instant()) + "\n");
            faults.forEach(fault -> console.fault("Not as expected: " + fault));
            return faults.isEmpty();
        }
    }

    private void left(List<NotLocal> resources, Console console) {
        console.line(
                Console.Colour.DIM,
                "%d resources of the template have no meaning on one machine%s"
                        .formatted(resources.size(), verbose ? ":" : " (--verbose names them)"));
        if (verbose) {
            resources.forEach(
                    each ->
                            console.line(
                                    Console.Colour.DIM,
                                    "  %s (%s): %s"
                                            .formatted(
                                                    each.logicalId(), each.type(), each.reason())));
        }
    }

    /** What functions and servers print is for whoever asks for it: here people read. */
    private void muteFunctions() {
        System.setOut(
                verbose
                        ? System.err
                        : new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static void stop(RunningStack stack, CountDownLatch stopped) {
        stack.close();
        stopped.countDown();
    }
}
