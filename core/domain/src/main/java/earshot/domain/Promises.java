package earshot.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns waits into cycles: what was promised, from when, until when. A cycle that is already known
 * keeps its name, policy version and fired steps; a new one is promised by the policy in force.
 */
final class Promises {
    private final Policies policies;
    private final String sla;
    private final Priority reached;
    private final @Nullable Priority chosen;
    private final List<WaitCycle> known;
    private final List<Pending> news = new ArrayList<>();

    /**
     * @param sla the SLA policy of new cycles
     * @param reached the highest priority that any post was given
     * @param chosen the priority that a person chose
     * @param known cycles of earlier folds
     */
    Promises(
            Policies policies,
            String sla,
            Priority reached,
            @Nullable Priority chosen,
            List<WaitCycle> known) {
        this.policies = policies;
        this.sla = sla;
        this.reached = reached;
        this.chosen = chosen;
        this.known = known;
    }

    /** What follows from cycles that turned out otherwise than an earlier fold knew. */
    List<Pending> news() {
        return news;
    }

    /**
     * The cycles of these waits, oldest first.
     *
     * @param first whether the first of them is promised a first response
     */
    List<WaitCycle> of(List<Wait> waits, boolean first) {
        var cycles = new ArrayList<WaitCycle>();
        for (var wait : waits) {
            var target = first && cycles.isEmpty() ? Target.FIRST : Target.NEXT;
            var cycle = of(wait, target);
            if (cycle != null) {
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    private @Nullable WaitCycle of(Wait wait, Target target) {
        var open = promised(wait, target);
        if (open == null) {
            return null;
        }
        var answeredAt = wait.answeredAt();
        var leftAt = wait.leftAt();
        var cycle =
                answeredAt != null
                        ? open.answered(answeredAt)
                        : leftAt != null ? open.dropped(leftAt) : open;
        correct(cycle);
        return cycle;
    }

    private @Nullable WaitCycle promised(Wait wait, Target target) {
        var resumed = wait.resumedCycle();
        if (resumed != null) {
            return pressed(resumed, wait.timed(), wait);
        }
        var before = known.stream().filter(c -> wait.isNamed(c.name())).findFirst().orElse(null);
        var reopening = wait.reopening();
        if (reopening != null) {
            return before == null ? reopened(reopening) : pressed(before, wait.timed(), wait);
        }
        var timed = wait.timed();
        if (timed.isEmpty()) {
            return null;
        }
        var cycle = before == null ? discovered(timed, target) : startedWith(before, timed, target);
        return pressed(cycle, timed, wait);
    }

    private WaitCycle discovered(List<Entry> timed, Target target) {
        var start = timed.getFirst();
        var policy = policies.current();
        return running(start.id().value(), target, start, policy.version(), sla, null, 0);
    }

    private WaitCycle startedWith(WaitCycle before, List<Entry> timed, Target target) {
        var start = timed.getFirst();
        var pin = before.pin();
        var again =
                running(
                        before.name(),
                        target,
                        start,
                        pin.version(),
                        pin.sla(),
                        pin.manual() ? pin : null,
                        before.fired());
        return again.waiting(
                        before.state() == WaitCycle.State.BREACHED
                                ? WaitCycle.State.BREACHED
                                : WaitCycle.State.RUNNING,
                        before.fired())
                .acknowledged(before.acknowledged());
    }

    private WaitCycle running(
            String name,
            Target target,
            Entry start,
            int version,
            String slaName,
            WaitCycle.@Nullable Pin manual,
            int fired) {
        var policy = policies.version(version).sla(slaName);
        var startedAt = start.order().published();
        var heardAt = start.post().published().receivedAt();
        var goal =
                manual == null
                        ? policy.goal(target, chosen == null ? start.ruling().priority() : chosen)
                        : manual.goal();
        var floor = manual == null ? null : manual.floor();
        var pin =
                new WaitCycle.Pin(
                        slaName,
                        version,
                        goal,
                        floor,
                        manual != null || chosen != null,
                        heardAt,
                        start.post().backfilled() ? heardAt : null);
        return new WaitCycle(
                name,
                target,
                WaitCycle.State.RUNNING,
                startedAt,
                later(policy.dueAt(startedAt, goal), floor),
                null,
                pin,
                fired,
                null);
    }

    private WaitCycle reopened(Case.Reopening reopening) {
        var current = policies.current();
        var policy = current.sla(sla);
        var goal = policy.goal(Target.FIRST, chosen == null ? reached : chosen);
        var pin =
                new WaitCycle.Pin(
                        sla, current.version(), goal, null, chosen != null, reopening.at(), null);
        return new WaitCycle(
                reopening.cycle(),
                Target.FIRST,
                WaitCycle.State.RUNNING,
                reopening.at(),
                policy.dueAt(reopening.at(), goal),
                null,
                pin,
                0,
                null);
    }

    /** Posts that raise the priority inside a wait shorten it; already past is due now. */
    private WaitCycle pressed(WaitCycle cycle, List<Entry> timed, Wait wait) {
        if (cycle.pin().manual()) {
            return cycle;
        }
        var policy = policies.version(cycle.pin().version()).sla(cycle.pin().sla());
        var pressed = cycle;
        for (var post : timed) {
            var goal = policy.goal(cycle.target(), wait.reachedAt(post));
            if (goal.compareTo(pressed.pin().goal()) < 0) {
                pressed = shortened(pressed, goal, post, policy);
            }
        }
        return pressed;
    }

    private static WaitCycle shortened(
            WaitCycle cycle, java.time.Duration goal, Entry by, SlaPolicy policy) {
        var pin = cycle.pin();
        var due = later(policy.dueAt(cycle.startedAt(), goal), by.order().published());
        var shorter =
                new WaitCycle.Pin(
                        pin.sla(),
                        pin.version(),
                        goal,
                        pin.floor(),
                        false,
                        pin.heardAt(),
                        pin.quietUntil());
        return cycle.promised(shorter, due.isBefore(cycle.dueAt()) ? due : cycle.dueAt());
    }

    /** A breach that was told and was none is taken back. */
    private void correct(WaitCycle now) {
        for (var before : known) {
            if (before.name().equals(now.name()) && wasTold(before) && isNone(now, before)) {
                news.add(
                        new Pending.Correct(
                                now.name(),
                                now.target(),
                                java.util.Objects.requireNonNull(now.endedAt())));
            }
        }
    }

    private boolean wasTold(WaitCycle cycle) {
        var ladder = policies.version(cycle.pin().version()).sla(cycle.pin().sla()).ladder();
        return cycle.fired() > ladder.indexOfDue();
    }

    private static boolean isNone(WaitCycle now, WaitCycle before) {
        return now.state() != before.state()
                && (now.state() == WaitCycle.State.MET || now.state() == WaitCycle.State.CANCELLED);
    }

    private static Instant later(Instant due, @Nullable Instant floor) {
        return floor != null && floor.isAfter(due) ? floor : due;
    }
}
