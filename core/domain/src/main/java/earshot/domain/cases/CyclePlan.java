package earshot.domain.cases;

import static java.util.Objects.requireNonNull;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns waits into cycles: what was promised, from when, until when. A cycle that is already known
 * keeps its name, policy version and fired steps; a new one is promised by the policy in force.
 */
final class CyclePlan {
    private final Policies policies;
    private final String sla;
    private final @Nullable Priority chosen;
    private final List<WaitCycle> known;
    private final Set<String> names;
    private final List<Pending> news = new ArrayList<>();

    /**
     * @param sla the SLA policy of new cycles
     * @param chosen the priority that a person chose
     * @param known cycles of earlier folds that these waits go on with
     * @param names of all cycles that the case has had: none is given twice
     */
    CyclePlan(
            Policies policies,
            String sla,
            @Nullable Priority chosen,
            List<WaitCycle> known,
            Collection<String> names) {
        this.policies = policies;
        this.sla = sla;
        this.chosen = chosen;
        this.known = new ArrayList<>(known);
        this.names = new HashSet<>(names);
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

    /**
     * Cycles that a resolve has closed. They never change, but for a reply that came in time all
     * along and became known late.
     */
    List<WaitCycle> closed(List<WaitCycle> cycles, List<Entry> entries) {
        return cycles.stream().map(cycle -> closed(cycle, entries)).toList();
    }

    private WaitCycle closed(WaitCycle cycle, List<Entry> entries) {
        var now =
                entries.stream()
                        .filter(e -> e.side().answers())
                        .map(e -> e.order().published())
                        .filter(at -> !at.isBefore(cycle.startedAt()))
                        .filter(at -> at.isBefore(requireNonNull(cycle.endedAt())))
                        .min(Comparator.naturalOrder())
                        .map(cycle::answered)
                        .orElse(cycle);
        correct(cycle, now);
        return now;
    }

    private @Nullable WaitCycle of(Wait wait, Target target) {
        var before = taken(wait);
        var open = promised(wait, target, before);
        if (open == null) {
            return null;
        }
        var answeredAt = wait.answeredAt();
        var leftAt = wait.leftAt();
        var cycle =
                answeredAt != null
                        ? open.answered(answeredAt)
                        : leftAt != null ? open.dropped(leftAt) : open;
        if (before != null) {
            correct(before, cycle);
        }
        return cycle;
    }

    /**
     * The known cycle of a wait: of those that ran from a post in it, the last. Not the one that is
     * named by a post in it, for a reply may have come to light between the two; and there may be
     * several, for an older post may bridge two waits that a deletion had parted.
     */
    private @Nullable WaitCycle taken(Wait wait) {
        for (var cycle : known.reversed()) {
            if (wait.goesOnWith(cycle)) {
                known.remove(cycle);
                return cycle;
            }
        }
        return null;
    }

    private @Nullable WaitCycle promised(Wait wait, Target target, @Nullable WaitCycle before) {
        if (wait.resumedCycle() != null) {
            return pressed(wait.resumedCycle(), wait.timed(), wait);
        }
        var reopening = wait.reopening();
        if (reopening != null) {
            var cycle = reopened(reopening, wait.reached(), before);
            var pressed = pressed(cycle, wait.timed(), wait);
            return before == null ? pressed : stillBreached(before, pressed);
        }
        var timed = wait.timed();
        if (timed.isEmpty()) {
            return null;
        }
        var cycle = before == null ? discovered(timed, target) : again(before, timed, target);
        var pressed = pressed(cycle, timed, wait);
        return before == null ? pressed : stillBreached(before, pressed);
    }

    private WaitCycle discovered(List<Entry> timed, Target target) {
        var pin = new Pinned(policies.current().version(), sla, null);
        return running(name(timed), target, timed.getFirst(), pin, 0);
    }

    /** The oldest post's id, or the next's where a cycle has that name already. */
    private String name(List<Entry> timed) {
        for (var post : timed) {
            if (names.add(post.id().value())) {
                return post.id().value();
            }
        }
        var name = timed.getFirst().id().value();
        int number = 2;
        while (!names.add(name + "/" + number)) {
            number++;
        }
        return name + "/" + number;
    }

    /** A known cycle by all the posts that are known now, some older than those before. */
    private WaitCycle again(WaitCycle before, List<Entry> timed, Target target) {
        return running(before.name(), target, timed.getFirst(), pinned(before), before.fired())
                .acknowledged(before.acknowledged());
    }

    /** A known cycle goes by its policy, and by the SLA of the oldest post that is known now. */
    private Pinned pinned(WaitCycle before) {
        var pin = before.pin();
        return new Pinned(pin.version(), pin.manual() ? pin.sla() : sla, pin);
    }

    /**
     * What time alone has decided of an open cycle holds, unless the promise turned out to reach
     * further.
     */
    private static WaitCycle stillBreached(WaitCycle before, WaitCycle now) {
        boolean still =
                before.isOpen()
                        && before.state() == WaitCycle.State.BREACHED
                        && !now.dueAt().isAfter(before.dueAt());
        return still ? now.waiting(WaitCycle.State.BREACHED, now.fired()) : now;
    }

    /**
     * What a cycle is promised by.
     *
     * @param before the pin of a known cycle: its goal where a person chose it, its floor always
     */
    private record Pinned(int version, String sla, WaitCycle.@Nullable Pin before) {}

    private WaitCycle running(String name, Target target, Entry start, Pinned pinned, int fired) {
        var heardAt = start.post().published().receivedAt();
        var quietUntil = start.post().backfilled() ? heardAt : null;
        var startedAt = start.order().published();
        var ruled = start.ruling().priority();
        return running(
                name, target, startedAt, pin(pinned, target, ruled, heardAt, quietUntil), fired);
    }

    private WaitCycle reopened(
            Case.Reopening reopening, Priority ruled, @Nullable WaitCycle before) {
        var at = reopening.at();
        var pinned =
                before == null
                        ? new Pinned(policies.current().version(), sla, null)
                        : pinned(before);
        var pin = pin(pinned, Target.FIRST, ruled, at, null);
        var cycle =
                running(
                        reopening.cycle(),
                        Target.FIRST,
                        at,
                        pin,
                        before == null ? 0 : before.fired());
        return before == null ? cycle : cycle.acknowledged(before.acknowledged());
    }

    private WaitCycle running(
            String name, Target target, Instant startedAt, WaitCycle.Pin pin, int fired) {
        var policy = policies.version(pin.version()).sla(pin.sla());
        return new WaitCycle(
                name,
                target,
                WaitCycle.State.RUNNING,
                startedAt,
                later(policy.dueAt(startedAt, pin.goal()), pin.floor()),
                null,
                pin,
                fired,
                null);
    }

    /** What a person chose later is no promise of a cycle that was known before. */
    private WaitCycle.Pin pin(
            Pinned by,
            Target target,
            Priority ruled,
            Instant heardAt,
            @Nullable Instant quietUntil) {
        var before = by.before();
        boolean manual = before == null ? chosen != null : before.manual();
        var priority = before == null && chosen != null ? chosen : ruled;
        var goal =
                before != null && manual
                        ? before.goal()
                        : policies.version(by.version()).sla(by.sla()).goal(target, priority);
        var floor = before == null ? null : before.floor();
        return new WaitCycle.Pin(by.sla(), by.version(), goal, floor, manual, heardAt, quietUntil);
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

    private void correct(WaitCycle before, WaitCycle now) {
        news.addAll(corrections(before, now));
    }

    /** A breach that was told and was none is taken back. */
    List<Pending> corrections(WaitCycle before, WaitCycle now) {
        return wasTold(before) && !isNone(before) && isNone(now)
                ? List.of(
                        new Pending.Correct(
                                before.name(), before.target(), requireNonNull(now.endedAt())))
                : List.of();
    }

    private boolean wasTold(WaitCycle cycle) {
        return cycle.fired() > Timers.sla(cycle, policies).ladder().indexOfDue();
    }

    private static boolean isNone(WaitCycle cycle) {
        return cycle.state() == WaitCycle.State.MET || cycle.state() == WaitCycle.State.CANCELLED;
    }

    private static Instant later(Instant due, @Nullable Instant floor) {
        return floor != null && floor.isAfter(due) ? floor : due;
    }
}
