package earshot.domain.cases;

import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a timeline in which a customer waits: from a post to the reply that answers it, or
 * to the deletion of its last live post. Built while the timeline is walked in order.
 */
final class Wait {
    /** A reopening by a person opens a wait without a post. */
    private final Case.@Nullable Reopening reopening;

    /** A wait that an earlier fold has opened goes on. */
    private final @Nullable WaitCycle resumed;

    /** The highest priority before this wait. */
    private final Priority before;

    private final List<Entry> posts = new ArrayList<>();
    private final Map<PostId, Priority> reached = new HashMap<>();
    private final Set<PostId> live = new HashSet<>();
    private @Nullable Instant answeredAt;
    private @Nullable Instant leftAt;

    private Wait(Case.@Nullable Reopening reopening, @Nullable WaitCycle resumed, Priority before) {
        this.reopening = reopening;
        this.resumed = resumed;
        this.before = before;
    }

    static Wait begun() {
        return new Wait(null, null, Priority.LOW);
    }

    static Wait reopened(Case.Reopening reopening, Priority before) {
        return new Wait(reopening, null, before);
    }

    static Wait resumed(@Nullable WaitCycle cycle) {
        return new Wait(null, cycle, Priority.LOW);
    }

    /** One more customer post; {@code priority} is the highest up to here. */
    void add(Entry post, Priority priority) {
        posts.add(post);
        reached.put(post.id(), priority);
        live.add(post.id());
    }

    void answer(Instant at) {
        answeredAt = at;
    }

    /**
     * Forgets a post that its author took back; the last one that somebody waited with leaves
     * nobody waiting.
     *
     * @return what is left that was only listened to, for a wait of its own
     */
    List<Entry> forget(PostId post, Instant at) {
        if (!live.remove(post) || reopening != null || resumed != null) {
            return List.of();
        }
        var left = posts.stream().filter(p -> live.contains(p.id())).toList();
        boolean hadTimed = !timed().isEmpty();
        if (left.isEmpty() || (hadTimed && left.stream().noneMatch(Wait::isTimed))) {
            leftAt = at;
            return left;
        }
        return List.of();
    }

    boolean isOver() {
        return answeredAt != null || leftAt != null;
    }

    @Nullable Instant answeredAt() {
        return answeredAt;
    }

    @Nullable Instant leftAt() {
        return leftAt;
    }

    Case.@Nullable Reopening reopening() {
        return reopening;
    }

    @Nullable WaitCycle resumedCycle() {
        return resumed;
    }

    /** The posts that start and press a clock: what is only listened to does not. */
    List<Entry> timed() {
        return posts.stream().filter(Wait::isTimed).toList();
    }

    private static boolean isTimed(Entry post) {
        return post.ruling().treatment() == Ruling.Treatment.ANSWER;
    }

    /** The highest priority that any post had reached before this wait. */
    Priority reached() {
        return before;
    }

    /** The highest priority that any post had reached when this one was added. */
    Priority reachedAt(Entry post) {
        return Objects.requireNonNull(reached.get(post.id()));
    }

    /** Whether this is the wait from whose start on a known cycle ran. */
    boolean goesOnWith(WaitCycle cycle) {
        return resumed != null
                ? resumed.equals(cycle)
                : reopening != null
                        ? reopening.cycle().equals(cycle.name())
                        : timed().stream()
                                .anyMatch(p -> p.order().published().equals(cycle.startedAt()));
    }
}
