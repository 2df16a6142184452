package earshot.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be measured. */
enum Benchmark {
    LATENESS("how late 100 reminders are decided and delivered"),
    STORM("1,000 first messages of one customer at once, three times"),
    START("how soon ./earshot up --no-demo serves"),
    COLD("the cpu that a webhook function's cold start takes, beside an empty handler's"),
    LAYERED("the same for every function, beside one with all its jars in its zip");

    private final String measures;

    Benchmark(String measures) {
        this.measures = measures;
    }

    /** The one that the arguments name; empty when they name none, or say more. */
    static Optional<Benchmark> named(List<String> arguments) {
        return List.of(values()).stream()
                .filter(each -> arguments.equals(List.of(each.word())))
                .findFirst();
    }

    static String usage() {
        var text = new StringBuilder("One of:");
        for (var each : values()) {
            text.append("%n  %-10s%s".formatted(each.word(), each.measures));
        }
        return text.toString();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Measures, and prints what came of it.
     *
     * @return whether all is as promised
     */
    boolean run(Project project) throws Exception {
        return switch (this) {
            case LATENESS -> new Lateness(project).run();
            case STORM -> new Storm(project).run();
            case START -> new Start(project).run();
            case COLD -> new ColdStart(project).run();
            case LAYERED -> new LayeredStart(project).run();
        };
    }
}
