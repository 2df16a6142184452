package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies commands. Each leaves an action, also one that changes nothing: its details say why. That
 * a command comes twice is for the caller to see.
 */
public final class Commands {
    private static final int MOST_TAGS = 20;

    private final Policies policies;
    private final Instant now;

    public Commands(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /** The case after a command, with the action in its {@code pending}. */
    public Case apply(Case before, Command command) {
        var change = before.change();
        var said = command.at().isAfter(now) ? now : command.at();
        var at = said.truncatedTo(ChronoUnit.MILLIS);
        var outcome =
                switch (command.order()) {
                    case Command.Request.Resolve resolve ->
                            resolve(before, change, command, at, resolve.reason());
                    case Command.Request.Reopen _ -> reopen(before, change, command, at);
                    case Command.Request.Assign assign -> assign(before, change, assign);
                    case Command.Request.Prioritize order ->
                            prioritize(before, change, at, order.priority());
                    case Command.Request.Acknowledge _ -> acknowledge(before, change, command, at);
                    case Command.Request.Snooze snooze ->
                            snooze(before, change, command, at, snooze.until());
                    case Command.Request.Note note ->
                            new Outcome("note", Map.of("text", note.text()));
                    case Command.Request.Tag tag -> tag(before, change, tag);
                };
        change.pendingToo(
                List.of(
                        new Pending.Action(
                                before.id(),
                                command.id(),
                                command.at(),
                                outcome.kind(),
                                command.by(),
                                outcome.details())));
        return CaseRevision.of(before, change, policies, now);
    }

    private record Outcome(String kind, Map<String, String> details) {
        static Outcome refused(String kind, String why) {
            return new Outcome(kind, Map.of("refused", why));
        }
    }

    private Outcome resolve(
            Case before, Case.Change change, Command command, Instant at, @Nullable String reason) {
        if (before.status() == Status.RESOLVED) {
            return Outcome.refused("resolve", "it is resolved already");
        }
        var seen = command.seen();
        if (seen != null && seen.folded() < before.progress().folded()) {
            return Outcome.refused("resolve", "a customer post had not been seen");
        }
        var open = before.openCycle();
        if (open != null) {
            var dropped = open.dropped(at);
            change.response(dropped);
            change.pendingToo(Corrections.of(open, dropped, policies));
        }
        var why = reason == null ? "resolved" : reason;
        change.status(Status.RESOLVED).snooze(null).resolve(end(before, at, command.by(), why));
        return new Outcome("resolve", Map.of("reason", why));
    }

    private static Case.Resolve end(Case before, Instant at, String by, String reason) {
        return new Case.Resolve(
                at,
                by,
                reason,
                before.progress().frontier(),
                before.progress().folded(),
                before.cycles().size(),
                null);
    }

    private Outcome reopen(Case before, Case.Change change, Command command, Instant at) {
        if (before.successor() != null) {
            return Outcome.refused("reopen", "the conversation goes on in " + before.successor());
        }
        if (before.status() != Status.RESOLVED) {
            return Outcome.refused("reopen", "it is not resolved");
        }
        var end = before.resolve();
        var progress = before.progress();
        var reopening = new Case.Reopening("reopen/" + command.id(), at, command.by());
        change.resolve(
                new Case.Resolve(
                        end == null ? at : end.at(),
                        end == null ? "customer" : end.by(),
                        end == null ? "deleted" : end.reason(),
                        progress.frontier(),
                        progress.folded(),
                        before.cycles().size(),
                        reopening));
        var cycles = new ArrayList<>(before.cycles());
        cycles.addAll(
                new CyclePlan(before, before.summary(), policies, List.of())
                        .of(List.of(Wait.reopened(reopening, before.summary().priority())), true));
        change.cycles(cycles).status(Status.OPEN);
        return new Outcome("reopen", Map.of());
    }

    private static Outcome assign(Case before, Case.Change change, Command.Request.Assign assign) {
        change.desk(before.desk().with(assign));
        var details = new TreeMap<String, String>();
        details.put("assignee", assign.assignee() == null ? "" : assign.assignee());
        details.put("team", assign.team() == null ? "" : assign.team());
        return new Outcome("assign", details);
    }

    private Outcome prioritize(
            Case before, Case.Change change, Instant at, @Nullable Priority priority) {
        change.desk(before.desk().with(priority));
        var details = new TreeMap<String, String>();
        details.put("from", before.priority().word());
        details.put("to", priority == null ? "by the rules" : priority.word());
        var open = before.openCycle();
        if (open != null) {
            var retargeted = retargeted(before, open, at, priority);
            change.response(retargeted);
            details.put("dueFrom", open.dueAt().toString());
            details.put("dueTo", retargeted.dueAt().toString());
        }
        return new Outcome("priority", details);
    }

    /** Due is start and new goal by the pinned calendar; already past is due now. */
    private WaitCycle retargeted(
            Case before, WaitCycle open, Instant at, @Nullable Priority priority) {
        var policy = Timers.sla(open, policies);
        var pin = open.pin();
        var goal =
                policy.goal(
                        open.target(), priority == null ? before.summary().priority() : priority);
        var due = policy.dueAt(open.startedAt(), goal);
        Instant floor = null;
        if (due.isBefore(at)) {
            floor = open.dueAt().isBefore(at) ? open.dueAt() : at;
            due = due.isBefore(floor) ? floor : due;
        }
        var next =
                new WaitCycle.Pin(
                        pin.sla(),
                        pin.version(),
                        goal,
                        floor,
                        priority != null,
                        pin.heardAt(),
                        pin.quietUntil());
        var state = due.isAfter(at) ? WaitCycle.State.RUNNING : open.state();
        return open.promised(next, due).waiting(state, open.fired());
    }

    private static Outcome tag(Case before, Case.Change change, Command.Request.Tag order) {
        var tags = new TreeSet<>(before.desk().tags());
        if (order.off()) {
            tags.remove(order.tag());
        } else {
            tags.add(order.tag());
        }
        if (tags.size() > MOST_TAGS) {
            return Outcome.refused("tag", "it has %d tags already".formatted(MOST_TAGS));
        }
        change.desk(before.desk().tagged(List.copyOf(tags)));
        return new Outcome("tag", Map.of(order.off() ? "removed" : "tag", order.tag()));
    }

    private static Outcome acknowledge(
            Case before, Case.Change change, Command command, Instant at) {
        var open = before.openCycle();
        if (open == null) {
            return Outcome.refused("acknowledge", "nobody waits");
        }
        change.response(open.acknowledged(new WaitCycle.Acknowledgement(command.by(), at)));
        return new Outcome("acknowledge", Map.of("cycle", open.name()));
    }

    private static Outcome snooze(
            Case before, Case.Change change, Command command, Instant at, Instant until) {
        boolean awake = before.status() == Status.OPEN || before.status() == Status.ANSWERED;
        if (!awake && before.status() != Status.SNOOZED) {
            return Outcome.refused("snooze", "it is " + before.status().word());
        }
        if (!until.isAfter(at)) {
            return Outcome.refused("snooze", "that instant is past");
        }
        change.status(Status.SNOOZED);
        change.snooze(new Case.Snooze(until, before.progress().folded(), command.by()));
        return new Outcome("snooze", Map.of("until", until.toString()));
    }
}
