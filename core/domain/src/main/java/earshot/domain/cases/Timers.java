package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Step;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the clock must look at a case again. */
final class Timers {
    private Timers() {}

    /** The next instant at which time alone changes the case; null for never. */
    static @Nullable Instant next(Case of, Policies policies) {
        return Stream.of(wakes(of), cycle(of, policies), resolves(of, policies))
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static @Nullable Instant wakes(Case of) {
        var snooze = of.snooze();
        return snooze != null && of.status() == Status.SNOOZED ? snooze.until() : null;
    }

    /** When an answered case resolves by itself. */
    static @Nullable Instant resolves(Case of, Policies policies) {
        var repliedAt = of.summary().lastReplyAt();
        return of.status() == Status.ANSWERED && repliedAt != null
                ? policies.current().resolveAnsweredAfter().map(repliedAt::plus).orElse(null)
                : null;
    }

    private static @Nullable Instant cycle(Case of, Policies policies) {
        var open = of.openCycle();
        if (open == null || of.status() == Status.RESOLVED || of.status() == Status.IGNORED) {
            return null;
        }
        return of(open, policies);
    }

    /** The next step of an open cycle; its due instant counts even when nobody is to be told. */
    static @Nullable Instant of(WaitCycle open, Policies policies) {
        var running = open.state() == WaitCycle.State.RUNNING ? open.dueAt() : null;
        return Stream.of(running, turn(open, policies))
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant turn(WaitCycle open, Policies policies) {
        var lapse = lapses(open, policies);
        if (lapse != null) {
            return lapse;
        }
        var steps = sla(open, policies).ladder().steps();
        return open.fired() < steps.size() ? at(steps.get(open.fired()), open, policies) : null;
    }

    /** When an acknowledgement lapses; null where there is none. */
    static @Nullable Instant lapses(WaitCycle open, Policies policies) {
        var seen = open.acknowledged();
        if (seen == null) {
            return null;
        }
        var policy = policies.version(open.pin().version());
        return sla(open, policies).calendar().add(seen.at(), policy.acknowledgementLapse());
    }

    static Instant at(Step step, WaitCycle open, Policies policies) {
        return sla(open, policies)
                .instantOf(step, open.startedAt(), open.pin().goal(), open.dueAt());
    }

    static SlaPolicy sla(WaitCycle cycle, Policies policies) {
        return policies.version(cycle.pin().version()).sla(cycle.pin().sla());
    }
}
