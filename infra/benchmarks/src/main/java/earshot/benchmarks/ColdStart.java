package earshot.benchmarks;

import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/**
 * The cpu, user and system, that a new JVM has taken when its first answer leaves: in the layout of
 * the managed zip runtime, on one core, with the JVM options of the template.
 */
final class ColdStart {
    private static final int RUNS = 5;
    private static final double PROMISE = 3.0;

    private final Project project;

    ColdStart(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException {
        Stack.build(project);
        try (var cloud = LocalCloud.start()) {
            var calls = new Calls(project, cloud);
            var function = calls.function("facebookFunction");
            var facebook =
                    calls.first(function, ManagedRuntime.of(function.codeUri(), function.layers()));
            var empty =
                    new FirstAnswer(
                            EmptyHandler.class.getName(),
                            ManagedRuntime.of(EmptyHandler.class),
                            facebook.event(),
                            facebook.environment());
            return compare(empty, facebook);
        }
    }

    /** In turn, so that what else the machine does falls on both; the first of each warms disks. */
    private static boolean compare(FirstAnswer empty, FirstAnswer facebook)
            throws IOException, InterruptedException {
        empty.cpu();
        facebook.cpu();
        var ofEmpty = new ArrayList<Duration>();
        var ofFacebook = new ArrayList<Duration>();
        for (int i = 0; i < RUNS; i++) {
            ofEmpty.add(empty.cpu().inAll());
            ofFacebook.add(facebook.cpu().inAll());
        }
        double ratio = new Runs(ofFacebook).over(new Runs(ofEmpty));
        System.out.println("empty handler  " + new Runs(ofEmpty));
        System.out.println("facebook       " + new Runs(ofFacebook));
        System.out.printf("ratio of medians %.2f%n", ratio);
        return ratio <= PROMISE;
    }
}
