package earshot.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Runs one benchmark: 0 when all is as promised, 1 when not, 2 when it was called wrongly. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var benchmark = Benchmark.named(Arrays.asList(arguments));
        if (benchmark.isEmpty()) {
            System.err.println(Benchmark.usage());
            System.exit(2);
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.out.println(machine());
        boolean asPromised = run(benchmark.get());
        System.out.println(machine());
        System.out.println(asPromised ? "As promised." : "NOT as promised.");
        System.exit(asPromised ? 0 : 1);
    }

    /** Whatever goes wrong is told, and ends the process although servers run in it. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static boolean run(Benchmark benchmark) {
        try {
            return benchmark.run(Project.here());
        } catch (Exception e) {
            e.printStackTrace();
            return false;
        }
    }

    /** A number says little without the machine, and what else the machine was doing. */
    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%s %s, %d cores, load %.1f; %s %s"
                .formatted(
                        system.getName(),
                        system.getArch(),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage(),
                        System.getProperty("java.vm.vendor"),
                        Runtime.version());
    }
}
