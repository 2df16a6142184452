package earshot.local;

import earshot.stack.NotLocal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./earshot up}: the whole stack on this machine, until Ctrl-C. */
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

    @Option(names = "--verbose", description = "Names what has no meaning on one machine.")
    private boolean verbose;

    @Override
    public Integer call() throws InterruptedException {
        var project = Project.ofThisProcess();
        var clock = Clock.systemUTC();
        var console = Console.ofThisProcess();
        var door = FrontDoor.on(port, clock, console);
        var surroundings = Surroundings.of(project.secrets(), System.getenv());
        var stack =
                RunningStack.start(project.template(), surroundings, door, data, console, clock);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopped)));
        stack.open();
        stack.endpoints().write(project.data(data));
        left(stack.template().notLocal(), console);
        console.line("Serving at " + stack.endpoints().http());
        stopped.await();
        return 0;
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

    private static void stop(RunningStack stack, CountDownLatch stopped) {
        stack.close();
        stopped.countDown();
    }
}
