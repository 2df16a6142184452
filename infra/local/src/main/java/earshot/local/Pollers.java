package earshot.local;

import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The functions that ask a network by themselves: those that may be paused. */
final class Pollers {
    private Pollers() {}

    /**
     * The folders of a stack's scheduled functions that know a network's secret; the sweep knows
     * none.
     */
    static List<String> of(Site site) {
        var secrets = site.template().secrets().stream().map(secret -> secret.arn()).toList();
        return site.template().functions().stream()
                .filter(Pollers::isScheduled)
                .filter(
                        function ->
                                function.environment().values().stream()
                                        .anyMatch(secrets::contains))
                .map(Pollers::folder)
                .sorted()
                .toList();
    }

    /**
     * @throws UserFault for what is no such function
     */
    static void named(String function, Site site) {
        var all = of(site);
        if (!all.contains(function)) {
            throw new UserFault(
                    all.isEmpty()
                            ? "This stack has no function that could be paused: none asks by itself"
                            : "No such function asks by itself: %s. There is: %s"
                                    .formatted(function, String.join(", ", all)));
        }
    }

    private static boolean isScheduled(FunctionResource function) {
        return function.events().stream().anyMatch(EventSource.Schedule.class::isInstance);
    }

    /** {@code functions/town-comments/target/function.zip} is of {@code town-comments}. */
    private static String folder(FunctionResource function) {
        Path target = Objects.requireNonNull(function.codeUri().getParent());
        Path folder = Objects.requireNonNull(target.getParent());
        return Objects.requireNonNull(folder.getFileName()).toString();
    }
}
