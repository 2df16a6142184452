package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a case of a timeline. Each order and each repetition of the same activities between two
 * commands gives the same case; only cycle names, fired steps and receive times may differ.
 */
final class CaseFolding {
    private final Policies policies;
    private final Instant now;

    /**
     * @param now stamps what is written, and decides nothing
     */
    CaseFolding(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /** Opens a case over a timeline; empty when no customer post in it asks for one. */
    Optional<Case> open(Opening opening, Timeline all) {
        var timeline = all.beyond(opening.after(), List.of());
        if (timeline.customers().isEmpty()) {
            return Optional.empty();
        }
        var summary = Summary.of(timeline, policies);
        var blank = opening.blank(summary, timeline.frontier(), now);
        return Optional.of(folded(blank, timeline));
    }

    /**
     * The case over its whole timeline.
     *
     * @param all entries of the conversation
     * @return {@code before} itself when nothing changed
     */
    Case refold(Case before, Timeline all) {
        var timeline = all.beyond(before.progress().after(), before.late());
        return timeline.customers().isEmpty() ? before : folded(before, timeline);
    }

    /** The case with posts that came behind {@code after} and that no fold had seen. */
    Case late(Case before, Timeline late, Timeline all) {
        var ids = new ArrayList<PostId>(before.late());
        late.entries().stream().map(Entry::id).filter(id -> !ids.contains(id)).forEach(ids::add);
        ids.sort(Comparator.naturalOrder());
        var widened = before.change().late(ids).done();
        var folded = refold(widened, all);
        return folded.equals(widened)
                ? CaseRevision.of(before, widened.change(), policies, now)
                : folded;
    }

    /**
     * The case with posts that are strictly beyond its frontier, without a look at its timeline;
     * empty when only a refold can tell.
     */
    Optional<Case> advance(Case before, Timeline fresh) {
        if (fresh.isEmpty()) {
            return Optional.of(before);
        }
        if (!isPlain(before) || !fresh.allMatch(e -> isPlainBeyond(e, before))) {
            return Optional.empty();
        }
        var summary = before.summary();
        for (var entry : fresh.entries()) {
            summary = summary.with(entry);
        }
        var waits = new Waits(before.summary().priority());
        var open = before.openCycle();
        if (before.status() == Status.OPEN) {
            waits.from(Wait.resumed(open));
        }
        var walked = waits.walk(fresh);
        int closed = before.cycles().size() - (open == null ? 0 : 1);
        var plan =
                new CyclePlan(before, summary, policies, open == null ? List.of() : List.of(open));
        var cycles = new ArrayList<>(before.cycles().subList(0, closed));
        cycles.addAll(plan.of(walked, before.cycles().isEmpty()));
        int folded = before.progress().folded() + fresh.customers().size();
        var change =
                before.change()
                        .summary(summary)
                        .progress(before.progress().upTo(fresh.frontier(), folded))
                        .status(StatusRule.of(walked));
        return Optional.of(finished(before, change, cycles, plan.news()));
    }

    private static boolean isPlain(Case before) {
        return before.resolve() == null
                && before.snooze() == null
                && (before.status() == Status.OPEN || before.status() == Status.ANSWERED)
                && before.summary().postCount() == before.progress().folded();
    }

    private static boolean isPlainBeyond(Entry entry, Case before) {
        return entry.isLive()
                && entry.order().isBeyond(before.progress().frontier())
                && (entry.side().isOurs() || entry.counts());
    }

    private Case folded(Case before, Timeline timeline) {
        var summary = Summary.of(timeline, policies);
        var asked = timeline.customers();
        var resolve = before.resolve();
        var closed = before.closedCycles();
        var unseen = resolve == null ? asked : timeline.unseenBy(resolve, closed);
        var waits = waits(before, timeline, unseen);
        var open = before.cycles().subList(closed.size(), before.cycles().size());
        var plan = new CyclePlan(before, summary, policies, open);
        var cycles = new ArrayList<>(plan.closed(closed, timeline));
        cycles.addAll(plan.of(waits, true));
        var asleep = StatusRule.asleep(before, asked.size(), summary);
        var change =
                before.change()
                        .summary(summary)
                        .progress(before.progress().upTo(timeline.frontier(), asked.size()))
                        .snooze(asleep)
                        .status(StatusRule.of(before, timeline.subject(), unseen, asleep, waits));
        return finished(before, change, cycles, plan.news());
    }

    /** After a resolve, who waited since; the highest priority that it had seen presses on. */
    private static List<Wait> waits(Case before, Timeline timeline, Timeline unseen) {
        var resolve = before.resolve();
        if (resolve == null) {
            return new Waits(Priority.LOW).walk(timeline);
        }
        var seen = timeline.customers().without(unseen);
        var waits = new Waits(seen.counting().reached());
        var reopened = resolve.reopened();
        if (reopened != null) {
            waits.from(Wait.reopened(reopened, seen.subject().reached()));
        }
        return waits.walk(unseen.and(timeline.repliesAfter(resolve)));
    }

    private Case finished(
            Case before, Case.Change change, List<WaitCycle> cycles, List<Pending> news) {
        int forgotten = Math.max(0, cycles.size() - Case.MOST_CYCLES);
        var resolve = before.resolve();
        if (forgotten > 0 && resolve != null) {
            change.resolve(resolve.forgetting(forgotten));
        }
        change.cycles(cycles.subList(forgotten, cycles.size()));
        change.pendingToo(news.stream().filter(n -> !before.pending().contains(n)).toList());
        change.pendingToo(retargets(before, cycles));
        return CaseRevision.of(before, change, policies, now);
    }

    private static List<Pending> retargets(Case before, List<WaitCycle> cycles) {
        var open = before.openCycle();
        var now = cycles.isEmpty() ? null : cycles.getLast();
        if (open == null
                || now == null
                || !now.isOpen()
                || !now.name().equals(open.name())
                || now.pin().goal().equals(open.pin().goal())) {
            return List.of();
        }
        return List.of(
                new Pending.Action(
                        before.id(),
                        "retarget/" + now.name() + "/" + now.pin().goal(),
                        now.startedAt(),
                        "retarget",
                        "policy",
                        Map.of(
                                "from", open.dueAt().toString(),
                                "to", now.dueAt().toString())));
    }
}
