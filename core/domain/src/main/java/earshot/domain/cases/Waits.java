package earshot.domain.cases;

import earshot.domain.policy.Priority;
import earshot.domain.policy.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks what happened in a conversation in the total order of posts, deletions at their own
 * instant, and finds who waited from when to when. The order in which things became known plays no
 * part.
 */
final class Waits {
    private final List<Wait> waits = new ArrayList<>();
    private Priority reached;

    /**
     * @param reached the highest priority before the walk
     */
    Waits(Priority reached) {
        this.reached = reached;
    }

    /** Starts with a wait that is already open. */
    Waits from(Wait open) {
        waits.add(open);
        return this;
    }

    List<Wait> walk(Timeline timeline) {
        happenings(timeline).forEach(this::take);
        return waits;
    }

    private sealed interface Happening {
        Entry entry();

        Instant at();

        record Posted(Entry entry) implements Happening {
            @Override
            public Instant at() {
                return entry.order().published();
            }
        }

        record TakenBack(Entry entry, Instant at) implements Happening {}
    }

    private static List<Happening> happenings(Timeline timeline) {
        var all = new ArrayList<Happening>();
        for (var entry : timeline.entries()) {
            all.add(new Happening.Posted(entry));
            if (entry.deletedAt() != null && entry.side() == Side.CUSTOMER) {
                var published = entry.order().published();
                var deleted = entry.deletedAt();
                all.add(
                        new Happening.TakenBack(
                                entry, deleted.isBefore(published) ? published : deleted));
            }
        }
        all.sort(
                Comparator.comparing(Happening::at)
                        .thenComparing(s -> s instanceof Happening.TakenBack)
                        .thenComparing(s -> s.entry().order()));
        return all;
    }

    private void take(Happening happening) {
        switch (happening) {
            case Happening.Posted(Entry entry) when entry.side() == Side.CUSTOMER -> asked(entry);
            case Happening.Posted(Entry entry) -> answered(entry);
            case Happening.TakenBack(Entry entry, Instant at) -> {
                var open = open();
                var left = open == null ? List.<Entry>of() : open.forget(entry.id(), at);
                left.forEach(this::asked);
            }
        }
    }

    private void asked(Entry post) {
        if (!post.counts()) {
            return;
        }
        reached = reached.or(post.ruling().priority());
        var open = open();
        if (open == null) {
            open = Wait.begun();
            waits.add(open);
        }
        open.add(post, reached);
    }

    private void answered(Entry reply) {
        var open = open();
        if (open != null && reply.side().answers()) {
            open.answer(reply.order().published());
        }
    }

    private @Nullable Wait open() {
        return waits.isEmpty() || waits.getLast().isOver() ? null : waits.getLast();
    }
}
