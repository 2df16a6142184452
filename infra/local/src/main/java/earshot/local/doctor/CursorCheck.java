package earshot.local.doctor;

import earshot.casebook.Cursors;
import earshot.domain.Timestamp;
import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether networks that must be asked are asked, account by account, and whether the subscriptions
 * that have to be renewed are far from their end.
 */
record CursorCheck(Clock clock) implements Check {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SHORT = Duration.ofDays(2);

    @Override
    public String title() {
        return "what asks";
    }

    @Override
    public List<Finding> look(Site site) {
        var cursors = site.cases().cursors();
        return site.template().functions().stream()
                .filter(CursorCheck::isScheduled)
                .flatMap(function -> look(folder(function), cursors))
                .toList();
    }

    private static boolean isScheduled(FunctionResource function) {
        return function.events().stream().anyMatch(EventSource.Schedule.class::isInstance);
    }

    private static String folder(FunctionResource function) {
        var target = function.codeUri().getParent();
        var folder = target == null ? null : target.getParent();
        return folder == null ? function.name() : String.valueOf(folder.getFileName());
    }

    private Stream<Finding> look(String function, Cursors cursors) {
        if (cursors.pause(function, clock.instant()).isPresent()) {
            return Stream.of(Finding.ok(function, "is paused"));
        }
        return cursors.of(function).stream().map(kept -> look(function, kept));
    }

    private Finding look(String function, Cursors.StoredCursor kept) {
        var what = function + " " + kept.account();
        var now = clock.instant();
        if (kept.nextAt() != null && kept.nextAt().isBefore(now.minus(PATIENCE))) {
            return Finding.fault(
                    what,
                    "was due at %s and not asked".formatted(Timestamp.of(kept.nextAt())),
                    "See the function's log and its schedule. An account that has left the policy"
                            + " is asked no more.");
        }
        var ends = instant(kept.state().text("leaseEnds"));
        if (ends != null && ends.isBefore(now.plus(SHORT))) {
            return Finding.fault(
                    what,
                    "the subscription ends at " + Timestamp.of(ends),
                    "The hub has not renewed it: see the function's log.");
        }
        return Finding.ok(
                what, ends == null ? "is asked" : "is subscribed until " + Timestamp.of(ends));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Timestamp.parse(text);
    }
}
