package earshot.domain.cases;

import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a conversation in the total order of posts, whatever the order in which they came. All
 * that a fold asks of them is asked here; each part of a timeline is a timeline.
 */
public record Timeline(List<Entry> entries) {
    public Timeline {
        entries = entries.stream().sorted(Comparator.comparing(Entry::order)).toList();
    }

    public static Timeline of(Entry... entries) {
        return new Timeline(List.of(entries));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** Not of an empty timeline. */
    Entry oldest() {
        return entries.getFirst();
    }

    /** The place of the last post, of either side; not of an empty timeline. */
    PostOrder frontier() {
        return entries.getLast().order();
    }

    /**
     * What a case is folded from.
     *
     * @param after only posts beyond it; null for all
     * @param late and these, wherever they are
     */
    Timeline beyond(@Nullable PostOrder after, List<PostId> late) {
        if (after == null) {
            return this;
        }
        var kept = new HashSet<>(late);
        return only(e -> e.order().isBeyond(after) || kept.contains(e.id()));
    }

    /** What customers said, but for what was too old when it was brought in. */
    Timeline customers() {
        return only(
                e ->
                        e.side() == Side.CUSTOMER
                                && e.ruling().treatment() != Ruling.Treatment.HISTORY);
    }

    Timeline ours() {
        return only(e -> e.side().isOurs());
    }

    /** What we said after a resolve, and after the reopening where a person took it back. */
    Timeline repliesAfter(Case.Resolve resolve) {
        var reopened = resolve.reopened();
        return ours().only(e -> e.order().isBeyond(resolve.frontier()))
                .only(e -> reopened == null || e.order().published().isAfter(reopened.at()));
    }

    /** The posts that no rule ignored. */
    Timeline counting() {
        return only(Entry::counts);
    }

    /** The posts that a case is about: those that no rule ignored, else the ignored ones. */
    Timeline subject() {
        var asked = customers();
        var counting = asked.counting();
        return counting.isEmpty() ? asked : counting;
    }

    Timeline and(Timeline others) {
        return new Timeline(Stream.concat(entries.stream(), others.entries.stream()).toList());
    }

    Timeline without(Timeline others) {
        var ids = others.entries.stream().map(Entry::id).collect(Collectors.toSet());
        return only(e -> !ids.contains(e.id()));
    }

    /** When somebody of us answered, oldest first. */
    Stream<Instant> answers() {
        return entries.stream().filter(e -> e.side().answers()).map(e -> e.order().published());
    }

    /** The highest priority that a rule gave any of these posts. */
    Priority reached() {
        return entries.stream().map(e -> e.ruling().priority()).reduce(Priority.LOW, Priority::or);
    }

    boolean anyMatch(Predicate<Entry> asked) {
        return entries.stream().anyMatch(asked);
    }

    boolean allMatch(Predicate<Entry> asked) {
        return entries.stream().allMatch(asked);
    }

    /**
     * Customer posts that a resolve had not seen: all beyond its frontier, and of those behind it
     * as many as it had not counted, the last received; one that gave a closed cycle its name was
     * seen.
     *
     * @param closed the cycles that the resolve closed
     */
    Timeline unseenBy(Case.Resolve resolve, List<WaitCycle> closed) {
        var named = closed.stream().map(WaitCycle::name).collect(Collectors.toSet());
        var asked = customers();
        var behind = asked.only(e -> !e.order().isBeyond(resolve.frontier()));
        var seen = behind.without(behind.lastReceived(behind.size() - resolve.folded(), named));
        return asked.without(seen);
    }

    /**
     * Late customer posts behind a case's {@code after} that no fold of any case had seen, the last
     * received.
     */
    Timeline unseenBehind(Case newest) {
        var after = newest.progress().after();
        if (after == null) {
            return of();
        }
        var late = Set.copyOf(newest.late());
        var behind = customers().only(e -> !e.order().isBeyond(after));
        int known = newest.progress().accounted() + late.size();
        return behind.only(e -> !late.contains(e.id()))
                .lastReceived(behind.size() - known, Set.of());
    }

    private Timeline lastReceived(int count, Set<String> seen) {
        if (count <= 0) {
            return of();
        }
        var byReceipt =
                Comparator.comparing((Entry e) -> !seen.contains(e.id().value()))
                        .thenComparing(e -> e.post().published().receivedAt())
                        .thenComparing(Entry::order);
        return new Timeline(
                entries.stream().sorted(byReceipt).skip(Math.max(0, size() - count)).toList());
    }

    private Timeline only(Predicate<Entry> asked) {
        return new Timeline(entries.stream().filter(asked).toList());
    }
}
