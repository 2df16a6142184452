package earshot.domain.cases;

import static java.util.Objects.requireNonNull;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns waits into cycles. Which cycle a wait is, is found here: a known one that goes on keeps its
 * name, a new one gets one; what either is promised is for its {@link CycleTerms} to say.
 */
final class CyclePlan {
    private final Policies policies;
    private final CycleTerms terms;
    private final List<WaitCycle> known;
    private final Set<String> names = new HashSet<>();
    private final List<Pending> news = new ArrayList<>();

    /**
     * @param known cycles of earlier folds that these waits go on with
     */
    CyclePlan(Case of, Summary summary, Policies policies, List<WaitCycle> known) {
        this.policies = policies;
        this.terms = new CycleTerms(policies, summary.sla(), of.desk().priority());
        this.known = new ArrayList<>(known);
        of.cycles().forEach(cycle -> names.add(cycle.name()));
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
    List<WaitCycle> closed(List<WaitCycle> cycles, Timeline timeline) {
        return cycles.stream().map(cycle -> closed(cycle, timeline)).toList();
    }

    private WaitCycle closed(WaitCycle cycle, Timeline timeline) {
        var now =
                timeline.answers()
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
        var open = running(wait, target, before);
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

    private @Nullable WaitCycle running(Wait wait, Target target, @Nullable WaitCycle before) {
        if (wait.resumedCycle() != null) {
            return terms.pressed(wait.resumedCycle(), wait);
        }
        var begun = begun(wait, target, before);
        if (begun == null) {
            return null;
        }
        var pressed = terms.pressed(begun, wait);
        return before == null ? pressed : stillBreached(before, pressed);
    }

    /** By all the posts that are known now, some older than those before; null without a clock. */
    private @Nullable WaitCycle begun(Wait wait, Target target, @Nullable WaitCycle before) {
        if (wait.reopening() != null) {
            return terms.from(wait.reopening(), wait.reached(), before);
        }
        var timed = wait.timed();
        if (timed.isEmpty()) {
            return null;
        }
        var name = before == null ? name(timed) : before.name();
        return terms.from(timed.getFirst(), name, target, before);
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

    private void correct(WaitCycle before, WaitCycle now) {
        news.addAll(Corrections.of(before, now, policies));
    }
}
