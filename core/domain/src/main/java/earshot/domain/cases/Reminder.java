package earshot.domain.cases;

import earshot.domain.policy.Ladder;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Recipient;
import earshot.domain.policy.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides what time alone changes in a case: steps of the ladder, the breach, the end of a snooze,
 * an acknowledgement that lapses, an answered case that resolves. Pure: called again at the same
 * instant with the result, it decides nothing.
 */
public final class Reminder {
    private final Policies policies;
    private final Instant now;

    public Reminder(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /**
     * The case after all that is due by now, with what follows in its {@code pending}.
     *
     * @return {@code before} itself when nothing is due
     */
    public Case decide(Case before) {
        var change = before.change();
        wake(before, change);
        settle(before, change);
        var open = before.openCycle();
        if (open != null
                && before.status() != Status.RESOLVED
                && before.status() != Status.IGNORED) {
            step(before, open, change);
        }
        return CaseRevision.of(before, change, policies, now);
    }

    /** The case without what has been carried out, and with its next timer. */
    public Case carriedOut(Case before, List<Pending> done) {
        var rest = before.pending().stream().filter(p -> !done.contains(p)).toList();
        return CaseRevision.of(before, before.change().pending(rest), policies, now);
    }

    private boolean isPast(@org.jspecify.annotations.Nullable Instant at) {
        return at != null && !at.isAfter(now);
    }

    private void wake(Case before, Case.Change change) {
        var until = Timers.wakes(before);
        if (until != null && isPast(until)) {
            change.status(Status.OPEN);
            change.pendingToo(List.of(action(before, "wake", until, Map.of())));
        }
    }

    private void settle(Case before, Case.Change change) {
        var at = Timers.resolves(before, policies);
        if (at != null && isPast(at)) {
            var progress = before.progress();
            change.status(Status.RESOLVED);
            change.resolve(
                    new Case.Resolve(
                            at,
                            "policy",
                            "answered",
                            progress.frontier(),
                            progress.folded(),
                            before.cycles().size(),
                            null));
            change.pendingToo(List.of(action(before, "resolve", at, Map.of("reason", "answered"))));
        }
    }

    private void step(Case before, WaitCycle open, Case.Change change) {
        var cycle = open;
        var lapse = Timers.lapses(open, policies);
        if (lapse != null && isPast(lapse)) {
            cycle = open.acknowledged(null);
            change.pendingToo(List.of(action(before, "acknowledgement-lapsed", lapse, Map.of())));
        }
        var ladder = Timers.sla(open, policies).ladder();
        int reached = cycle.acknowledged() == null ? reached(cycle, ladder) : cycle.fired();
        if (reached > cycle.fired()) {
            fire(before, cycle, ladder, reached, change);
        }
        var state = isPast(cycle.dueAt()) ? WaitCycle.State.BREACHED : cycle.state();
        var next = cycle.waiting(state, reached);
        if (!next.equals(open)) {
            change.response(next);
        }
    }

    /** One more than the highest step that is past. */
    private int reached(WaitCycle cycle, Ladder ladder) {
        int reached = cycle.fired();
        for (int i = cycle.fired(); i < ladder.steps().size(); i++) {
            if (isPast(Timers.at(ladder.steps().get(i), cycle, policies))) {
                reached = i + 1;
            }
        }
        return reached;
    }

    /** Only the highest step that is past is told; the lower ones are recorded as skipped. */
    private void fire(
            Case before, WaitCycle cycle, Ladder ladder, int reached, Case.Change change) {
        var step = ladder.steps().get(reached - 1);
        var at = Timers.at(step, cycle, policies);
        var skipped =
                ladder.steps().subList(cycle.fired(), reached - 1).stream()
                        .map(Step::name)
                        .collect(Collectors.joining(", "));
        var quiet = cycle.pin().quietUntil();
        var told =
                quiet != null && !at.isAfter(quiet)
                        ? List.<Recipient>of()
                        : recipients(before, step);
        var news = new ArrayList<Pending>();
        var names = told.stream().map(Recipient::id).collect(Collectors.joining(", "));
        news.add(
                new Pending.Action(
                        before.id(),
                        "step/" + cycle.name() + "/" + cycle.target().word() + "/" + step.name(),
                        at,
                        "step",
                        "clock",
                        Map.of(
                                "cycle", cycle.name(),
                                "target", cycle.target().word(),
                                "step", step.name(),
                                "told", names,
                                "skipped", skipped)));
        for (var recipient : told) {
            news.add(new Pending.Tell(notice(before, cycle, step.name(), recipient.id(), at)));
        }
        change.pendingToo(news);
    }

    private List<Recipient> recipients(Case before, Step step) {
        return step.to().isEmpty()
                ? List.of()
                : policies.current().recipients(step.to(), before.team(), before.desk().assignee());
    }

    /** A notice of a cycle with all that explains it. */
    public Notice notice(Case of, WaitCycle cycle, String step, String recipient, Instant at) {
        var summary = of.summary();
        var customer = summary.customer();
        var name = customer.name() == null ? customer.handle() : customer.name();
        var why =
                new Notice.Why(
                        of.id().conversation().network(),
                        summary.surface(),
                        summary.accounts().getFirst(),
                        name,
                        summary.excerpt(),
                        summary.permalink(),
                        of.priority(),
                        of.team(),
                        of.desk().assignee(),
                        cycle.pin().sla(),
                        cycle.pin().version(),
                        Timers.sla(cycle, policies).calendar().name(),
                        cycle.startedAt(),
                        cycle.dueAt(),
                        at,
                        lag(cycle));
        var decidedAt = now.truncatedTo(ChronoUnit.MILLIS);
        return new Notice(of.id(), cycle.name(), cycle.target(), step, recipient, decidedAt, why);
    }

    private static Duration lag(WaitCycle cycle) {
        var lag = Duration.between(cycle.startedAt(), cycle.pin().heardAt());
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static Pending.Action action(
            Case of, String kind, Instant at, Map<String, String> details) {
        return new Pending.Action(of.id(), kind + "/" + at, at, kind, "clock", details);
    }
}
