package earshot.benchmarks;

import earshot.benchmarks.FirstAnswer.Cpu;
import earshot.stack.FunctionResource;
import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What it costs at a cold start that libraries come as a layer: each function as it is deployed,
 * and with the same jars in its own zip, in turn. Of a function with a snapshot also what is left
 * after its restore.
 */
final class LayeredStart {
    private static final int RUNS = 20;
    private static final double PROMISE = 1.03;

    private final Project project;

    LayeredStart(Project project) {
        this.project = project;
    }

    boolean run() throws IOException, InterruptedException {
        Stack.build(project);
        boolean asPromised = true;
        try (var cloud = LocalCloud.start()) {
            var calls = new Calls(project, cloud);
            for (var function : cloud.template().functions()) {
                asPromised &= compare(calls, function);
            }
        }
        return asPromised;
    }

    /** The first of each warms disks. */
    private static boolean compare(Calls calls, FunctionResource function)
            throws IOException, InterruptedException {
        var zip = function.codeUri();
        var layers = function.layers();
        var layered = calls.first(function, ManagedRuntime.of(zip, layers));
        var whole = calls.first(function, ManagedRuntime.ofOneZip(zip, layers));
        layered.cpu();
        whole.cpu();
        var ofLayered = new ArrayList<Cpu>();
        var ofWhole = new ArrayList<Cpu>();
        for (int i = 0; i < RUNS / 2; i++) {
            ofLayered.add(layered.cpu());
            ofWhole.add(whole.cpu());
            ofWhole.add(whole.cpu());
            ofLayered.add(layered.cpu());
        }
        var name = function.logicalId();
        boolean asPromised = told(name, ofLayered, ofWhole, Cpu::inAll);
        if (Calls.isFromASnapshot(function)) {
            asPromised &= told(name + ", restored", ofLayered, ofWhole, Cpu::afterRestore);
        }
        return asPromised;
    }

    private static boolean told(
            String what, List<Cpu> layered, List<Cpu> whole, Function<Cpu, Duration> part) {
        double ofLayered = new Runs(layered.stream().map(part).toList()).quick();
        double ofWhole = new Runs(whole.stream().map(part).toList()).quick();
        double ratio = ofLayered / ofWhole;
        System.out.printf(
                "%-34s %5.0f ms, in one zip %5.0f ms, ratio %.3f%n",
                what, ofLayered, ofWhole, ratio);
        return ratio <= PROMISE;
    }
}
