package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a cycle runs on: by which policy, for which goal, due when. A new cycle goes by
 * the policy in force and by what a person chose; a known one keeps its policy version, its steps
 * and its acknowledgement.
 */
final class CycleTerms {
    private final Policies policies;
    private final String sla;
    private final @Nullable Priority chosen;

    /**
     * @param sla the SLA policy of the oldest post that is known now
     * @param chosen the priority that a person chose
     */
    CycleTerms(Policies policies, String sla, @Nullable Priority chosen) {
        this.policies = policies;
        this.sla = sla;
        this.chosen = chosen;
    }

    /**
     * A cycle that runs from a post on.
     *
     * @param before the cycle as an earlier fold knew it; null for a new one
     */
    WaitCycle from(Entry start, String name, Target target, @Nullable WaitCycle before) {
        var heardAt = start.post().published().receivedAt();
        var quietUntil = start.post().backfilled() ? heardAt : null;
        var pin = pin(before, target, start.ruling().priority(), heardAt, quietUntil);
        return running(name, target, start.order().published(), pin, before);
    }

    /** A cycle that runs from a person's word on that a case is not over. */
    WaitCycle from(Case.Reopening reopening, Priority ruled, @Nullable WaitCycle before) {
        var at = reopening.at();
        var pin = pin(before, Target.FIRST, ruled, at, null);
        return running(reopening.cycle(), Target.FIRST, at, pin, before);
    }

    /** Posts that raise the priority inside a wait shorten it; already past is due now. */
    WaitCycle pressed(WaitCycle cycle, Wait wait) {
        if (cycle.pin().manual()) {
            return cycle;
        }
        var policy = Timers.sla(cycle, policies);
        var pressed = cycle;
        for (var post : wait.timed()) {
            var goal = policy.goal(cycle.target(), wait.reachedAt(post));
            if (goal.compareTo(pressed.pin().goal()) < 0) {
                pressed = shortened(pressed, goal, post, policy);
            }
        }
        return pressed;
    }

    private WaitCycle running(
            String name,
            Target target,
            Instant startedAt,
            WaitCycle.Pin pin,
            @Nullable WaitCycle before) {
        var policy = policies.version(pin.version()).sla(pin.sla());
        return new WaitCycle(
                name,
                target,
                WaitCycle.State.RUNNING,
                startedAt,
                later(policy.dueAt(startedAt, pin.goal()), pin.floor()),
                null,
                pin,
                before == null ? 0 : before.fired(),
                before == null ? null : before.acknowledged());
    }

    /** What a person chose later is no promise of a cycle that was known before. */
    private WaitCycle.Pin pin(
            @Nullable WaitCycle before,
            Target target,
            Priority ruled,
            Instant heardAt,
            @Nullable Instant quietUntil) {
        if (before == null) {
            int version = policies.current().version();
            var goal = goal(version, target, chosen == null ? ruled : chosen);
            return new WaitCycle.Pin(sla, version, goal, null, chosen != null, heardAt, quietUntil);
        }
        var pin = before.pin();
        return new WaitCycle.Pin(
                pin.manual() ? pin.sla() : sla,
                pin.version(),
                pin.manual() ? pin.goal() : goal(pin.version(), target, ruled),
                pin.floor(),
                pin.manual(),
                heardAt,
                quietUntil);
    }

    private Duration goal(int version, Target target, Priority priority) {
        return policies.version(version).sla(sla).goal(target, priority);
    }

    private static WaitCycle shortened(WaitCycle cycle, Duration goal, Entry by, SlaPolicy policy) {
        var pin = cycle.pin();
        var goes = later(policy.dueAt(cycle.startedAt(), goal), by.order().published());
        var due = later(goes, pin.floor());
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

    private static Instant later(Instant due, @Nullable Instant floor) {
        return floor != null && floor.isAfter(due) ? floor : due;
    }
}
