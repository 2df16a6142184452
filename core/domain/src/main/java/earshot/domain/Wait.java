package earshot.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private final List<Entry> posts = new ArrayList<>();
    private final List<Priority> reached = new ArrayList<>();
    private final Set<PostId> live = new HashSet<>();
    private @Nullable Instant answeredAt;
    private @Nullable Instant leftAt;

    private Wait(Case.@Nullable Reopening reopening, @Nullable WaitCycle resumed) {
        this.reopening = reopening;
        this.resumed = resumed;
    }

    static Wait begun() {
        return new Wait(null, null);
    }

    static Wait reopened(Case.Reopening reopening) {
        return new Wait(reopening, null);
    }

    static Wait resumed(@Nullable WaitCycle cycle) {
        return new Wait(null, cycle);
    }

    /** One more customer post; {@code priority} is the highest up to here. */
    void add(Entry post, Priority priority) {
        posts.add(post);
        reached.add(priority);
        live.add(post.id());
    }

    void answer(Instant at) {
        answeredAt = at;
    }

    /** Forgets a post that its author took back; the last one leaves nobody waiting. */
    void forget(PostId post, Instant at) {
        if (live.remove(post) && live.isEmpty() && reopening == null && resumed == null) {
            leftAt = at;
        }
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
        return posts.stream()
                .filter(p -> p.ruling().treatment() == Ruling.Treatment.ANSWER)
                .toList();
    }

    /** The highest priority that any post had reached when this one was added. */
    Priority reachedAt(Entry post) {
        return reached.get(posts.indexOf(post));
    }

    boolean isNamed(String cycle) {
        return (reopening != null && reopening.cycle().equals(cycle))
                || posts.stream().anyMatch(p -> p.id().value().equals(cycle));
    }
}
