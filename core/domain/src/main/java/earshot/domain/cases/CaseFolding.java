package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a case of a timeline. Each order and each repetition of the same activities between two
 * commands gives the same case; only cycle names, fired steps and receive times may differ.
 */
public final class CaseFolding {
    private final Policies policies;
    private final Instant now;

    /**
     * @param now stamps what is written, and decides nothing
     */
    public CaseFolding(Policies policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    /**
     * What a new case starts from.
     *
     * @param after the frontier that the predecessor's resolve saw
     * @param accounted customer posts at or behind it that earlier cases have seen
     */
    public record Opening(
            CaseId id, @Nullable PostOrder after, int accounted, List<CaseId> related) {
        /** The first case of a conversation. */
        public static Opening first(ConversationKey conversation) {
            return new Opening(new CaseId(conversation, 1), null, 0, List.of());
        }

        /** The case after one that was resolved too long ago to be reopened. */
        public static Opening after(Case resolved) {
            var resolve = java.util.Objects.requireNonNull(resolved.resolve());
            return new Opening(
                    resolved.id().next(),
                    resolve.frontier(),
                    resolved.progress().accounted() + resolve.folded(),
                    List.of(resolved.id()));
        }
    }

    /** Opens a case over a timeline; empty when no customer post in it asks for one. */
    public Optional<Case> open(Opening opening, List<Entry> timeline) {
        var entries = sorted(beyond(timeline, opening.after(), List.of()));
        var subject = subject(entries);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        var summary = summary(subject, entries);
        var progress =
                new Case.Progress(frontier(entries), 0, opening.after(), opening.accounted());
        var blank =
                new Case(
                        opening.id(),
                        Status.OPEN,
                        summary,
                        Case.Choices.EMPTY,
                        List.of(),
                        progress,
                        null,
                        null,
                        null,
                        opening.related(),
                        List.of(),
                        List.of(),
                        null,
                        now,
                        0);
        return Optional.of(folded(blank, entries, subject));
    }

    /**
     * The case over its whole timeline.
     *
     * @param timeline all entries of the conversation, in any order
     * @return {@code before} itself when nothing changed
     */
    public Case refold(Case before, List<Entry> timeline) {
        var entries = sorted(beyond(timeline, before.progress().after(), before.late()));
        var subject = subject(entries);
        return subject.isEmpty() ? before : folded(before, entries, subject);
    }

    /**
     * The case with posts that are strictly beyond its frontier, without a look at its timeline;
     * empty when only a refold can tell.
     */
    public Optional<Case> advance(Case before, List<Entry> fresh) {
        if (fresh.isEmpty()) {
            return Optional.of(before);
        }
        var entries = sorted(fresh);
        if (!isPlain(before) || !entries.stream().allMatch(e -> isPlainBeyond(e, before))) {
            return Optional.empty();
        }
        var summary = before.summary();
        for (var entry : entries) {
            summary = added(summary, entry);
        }
        var timeline = new Waits(before.summary().priority());
        if (before.status() == Status.OPEN) {
            timeline.from(Wait.resumed(before.openCycle()));
        }
        var waits = timeline.walk(entries);
        var open = before.openCycle();
        var kept =
                open == null
                        ? before.cycles()
                        : before.cycles().subList(0, before.cycles().size() - 1);
        var promises = promises(before, summary, open == null ? List.of() : List.of(open));
        var cycles = new ArrayList<>(kept);
        cycles.addAll(promises.of(waits, before.cycles().isEmpty()));
        int asked = (int) entries.stream().filter(e -> e.side() == Side.CUSTOMER).count();
        var progress =
                new Case.Progress(
                        frontier(entries),
                        before.progress().folded() + asked,
                        before.progress().after(),
                        before.progress().accounted());
        var change = before.change().summary(summary).progress(progress);
        change.status(waiting(waits) ? Status.OPEN : Status.ANSWERED);
        return Optional.of(finished(before, change, cycles, promises.news()));
    }

    /** The case with one more that belongs with it; the other is to be told so too. */
    public Case relating(Case before, CaseId other) {
        var related = related(before, other);
        return related.equals(before)
                ? before
                : CaseRevision.of(
                        before,
                        related.change()
                                .version(before.version())
                                .updatedAt(before.updatedAt())
                                .pendingToo(List.of(new Pending.Relate(other))),
                        policies,
                        now);
    }

    /** The case with one more that belongs with it and is never merged. */
    public Case related(Case before, CaseId other) {
        if (before.related().contains(other) || before.id().equals(other)) {
            return before;
        }
        var all = new ArrayList<>(before.related());
        all.add(other);
        all.sort(Comparator.comparing(CaseId::toString));
        return CaseRevision.of(before, before.change().related(all), policies, now);
    }

    /** The case, followed by the next of its conversation. */
    public Case succeeded(Case before) {
        return CaseRevision.of(
                before, before.change().successor(before.id().next()), policies, now);
    }

    /** The case with posts that came behind {@code after} and that no fold had seen. */
    public Case late(Case before, List<PostId> late, List<Entry> timeline) {
        var all = new ArrayList<>(before.late());
        late.stream().filter(id -> !all.contains(id)).forEach(all::add);
        all.sort(Comparator.naturalOrder());
        var widened = before.change().late(all).done();
        var folded = refold(widened, timeline);
        return folded.equals(widened)
                ? CaseRevision.of(before, widened.change(), policies, now)
                : folded;
    }

    /**
     * Whether the posts that a resolve had not seen, and that count, all came after its surface's
     * reopen window: they belong to a case of their own.
     */
    public boolean asksForNext(Case resolved, List<Entry> timeline) {
        var resolve = resolved.resolve();
        if (resolve == null || resolve.reopened() != null || resolved.status() != Status.RESOLVED) {
            return false;
        }
        var window = policies.current().reopenWindow(resolved.summary().surface());
        var closes = resolve.at().plus(window);
        var entries = sorted(beyond(timeline, resolved.progress().after(), resolved.late()));
        var unseen =
                unseen(customers(entries), resolved, resolve).stream()
                        .filter(CaseFolding::counts)
                        .toList();
        return !unseen.isEmpty()
                && unseen.stream().allMatch(e -> e.order().published().isAfter(closes));
    }

    /** Late posts behind {@code after} that no fold of any case had seen, the last received. */
    public static List<PostId> unseenBehind(Case newest, List<Entry> timeline) {
        var after = newest.progress().after();
        if (after == null) {
            return List.of();
        }
        var behind = customers(timeline).stream().filter(e -> !e.order().isBeyond(after)).toList();
        int known = newest.progress().accounted() + newest.late().size();
        if (behind.size() <= known) {
            return List.of();
        }
        return lastReceived(
                        behind.stream().filter(e -> !newest.late().contains(e.id())).toList(),
                        behind.size() - known,
                        Set.of())
                .stream()
                .map(Entry::id)
                .toList();
    }

    private Case folded(Case before, List<Entry> entries, List<Entry> subject) {
        var summary = summary(subject, entries);
        var resolve = before.resolve();
        var asked = customers(entries);
        var unseen = resolve == null ? asked : unseen(asked, before, resolve);
        int frozen = resolve == null ? 0 : resolve.cycles();
        var known = before.cycles().subList(frozen, before.cycles().size());
        var promises = promises(before, summary, known);
        var waits = waits(resolve, unseen, entries);
        var cycles = new ArrayList<>(promises.closed(before.cycles().subList(0, frozen), entries));
        cycles.addAll(promises.of(waits, true));
        var snooze = before.snooze();
        var asleep =
                snooze != null
                                && asked.size() <= snooze.folded()
                                && !isAnsweredAwake(before, snooze, summary)
                        ? snooze
                        : null;
        var progress =
                new Case.Progress(
                        frontier(entries),
                        asked.size(),
                        before.progress().after(),
                        before.progress().accounted());
        var change = before.change().summary(summary).progress(progress).snooze(asleep);
        change.status(status(before, subject, unseen, asleep, waits));
        return finished(before, change, cycles, promises.news());
    }

    private static List<Wait> waits(
            Case.@Nullable Resolve resolve, List<Entry> unseen, List<Entry> entries) {
        if (resolve == null) {
            return new Waits(Priority.LOW).walk(entries);
        }
        var seen = customers(entries).stream().filter(e -> !unseen.contains(e)).toList();
        var timeline = new Waits(reachedBy(seen.stream().filter(CaseFolding::counts).toList()));
        var reopened = resolve.reopened();
        if (reopened != null) {
            timeline.from(Wait.reopened(reopened, reachedBy(subject(seen))));
        }
        var rest = new ArrayList<>(unseen);
        entries.stream()
                .filter(e -> e.side().isOurs() && e.order().isBeyond(resolve.frontier()))
                .filter(e -> reopened == null || e.order().published().isAfter(reopened.at()))
                .forEach(rest::add);
        return timeline.walk(rest);
    }

    /** The highest priority of what a resolve had seen presses whatever comes after, too. */
    private static Priority reachedBy(List<Entry> seen) {
        return seen.stream().map(e -> e.ruling().priority()).reduce(Priority.LOW, Priority::or);
    }

    /** What a person opened again is over when a person says so, or after an answer. */
    private static Status status(
            Case before,
            List<Entry> subject,
            List<Entry> unseen,
            Case.@Nullable Snooze asleep,
            List<Wait> waits) {
        var resolve = before.resolve();
        if (resolve == null || resolve.reopened() == null) {
            boolean over = resolve != null && unseen.stream().noneMatch(CaseFolding::isAsking);
            if (over || subject.stream().noneMatch(Entry::isLive)) {
                return Status.RESOLVED;
            }
            if (!anyCounts(subject)) {
                return Status.IGNORED;
            }
        }
        if (asleep != null) {
            return isAwake(before) ? Status.OPEN : Status.SNOOZED;
        }
        return waiting(waits) ? Status.OPEN : Status.ANSWERED;
    }

    private static boolean isAsking(Entry post) {
        return post.isLive() && counts(post);
    }

    private static boolean counts(Entry post) {
        return post.ruling().treatment().counts();
    }

    /** A snooze whose time has come keeps a case open until somebody sees to it. */
    private static boolean isAwake(Case before) {
        return before.status() == Status.OPEN;
    }

    private static boolean isAnsweredAwake(Case before, Case.Snooze snooze, Summary summary) {
        var repliedAt = summary.lastReplyAt();
        return isAwake(before) && repliedAt != null && !repliedAt.isBefore(snooze.until());
    }

    private Case finished(
            Case before, Case.Change change, List<WaitCycle> cycles, List<Pending> news) {
        int dropped = Math.max(0, cycles.size() - Case.MOST_CYCLES);
        var resolve = before.resolve();
        if (dropped > 0 && resolve != null) {
            change.resolve(
                    new Case.Resolve(
                            resolve.at(),
                            resolve.by(),
                            resolve.reason(),
                            resolve.frontier(),
                            resolve.folded(),
                            Math.max(0, resolve.cycles() - dropped),
                            resolve.reopened()));
        }
        change.cycles(cycles.subList(dropped, cycles.size()));
        change.pendingToo(withoutKnown(news, before.pending()));
        change.pendingToo(retargets(before, cycles));
        return CaseRevision.of(before, change, policies, now);
    }

    private static List<Pending> withoutKnown(List<Pending> news, List<Pending> known) {
        return news.stream().filter(n -> !known.contains(n)).toList();
    }

    private List<Pending> retargets(Case before, List<WaitCycle> cycles) {
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

    private CyclePlan promises(Case before, Summary summary, List<WaitCycle> known) {
        return new CyclePlan(
                policies,
                summary.sla(),
                before.desk().priority(),
                known,
                before.cycles().stream().map(WaitCycle::name).toList());
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
                && (entry.side().isOurs() || entry.ruling().treatment().counts());
    }

    private Summary summary(List<Entry> subject, List<Entry> entries) {
        var summary = Summary.of(subject.getFirst(), policies);
        for (var entry : subject.subList(1, subject.size())) {
            summary = summary.with(entry);
        }
        for (var entry : entries) {
            if (entry.side().isOurs()) {
                summary = added(summary, entry);
            }
        }
        return summary;
    }

    private static Summary added(Summary summary, Entry entry) {
        if (entry.side() == Side.CUSTOMER) {
            return summary.with(entry);
        }
        var at = entry.order().published();
        return entry.side().answers() && !at.isBefore(summary.openedAt())
                ? summary.repliedAt(at)
                : summary;
    }

    /** The posts that a case is about: those that no rule ignored, else the ignored ones. */
    private static List<Entry> subject(List<Entry> entries) {
        var asked = customers(entries);
        var counted = asked.stream().filter(CaseFolding::counts).toList();
        return counted.isEmpty() ? asked : counted;
    }

    private static List<Entry> customers(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.side() == Side.CUSTOMER)
                .filter(e -> e.ruling().treatment() != Ruling.Treatment.HISTORY)
                .toList();
    }

    /**
     * Customer posts that a resolve had not seen: all beyond its frontier, and of those behind it
     * as many as it had not counted, the last received; one that gave a closed cycle its name was
     * seen.
     */
    private static List<Entry> unseen(List<Entry> asked, Case of, Case.Resolve resolve) {
        var named = new HashSet<String>();
        of.cycles().subList(0, resolve.cycles()).forEach(cycle -> named.add(cycle.name()));
        var beyond = asked.stream().filter(e -> e.order().isBeyond(resolve.frontier())).toList();
        var behind = asked.stream().filter(e -> !e.order().isBeyond(resolve.frontier())).toList();
        var unseen = new ArrayList<>(lastReceived(behind, behind.size() - resolve.folded(), named));
        unseen.addAll(beyond);
        return unseen;
    }

    private static List<Entry> lastReceived(List<Entry> entries, int count, Set<String> seen) {
        if (count <= 0) {
            return List.of();
        }
        return entries.stream()
                .sorted(
                        Comparator.comparing((Entry e) -> !seen.contains(e.id().value()))
                                .thenComparing(e -> e.post().published().receivedAt())
                                .thenComparing(Entry::order))
                .skip(Math.max(0, entries.size() - count))
                .toList();
    }

    private static boolean anyCounts(List<Entry> entries) {
        return entries.stream().anyMatch(CaseFolding::counts);
    }

    private static boolean waiting(List<Wait> waits) {
        return !waits.isEmpty() && !waits.getLast().isOver();
    }

    private static PostOrder frontier(List<Entry> entries) {
        return entries.getLast().order();
    }

    private static List<Entry> beyond(
            List<Entry> timeline, @Nullable PostOrder after, List<PostId> late) {
        if (after == null) {
            return timeline;
        }
        var kept = new HashSet<>(late);
        return timeline.stream()
                .filter(e -> e.order().isBeyond(after) || kept.contains(e.id()))
                .toList();
    }

    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::order)).toList();
    }
}
