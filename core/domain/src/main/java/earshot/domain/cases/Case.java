package earshot.domain.cases;

import earshot.domain.policy.Priority;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer's matter, from the post that opened it until it is over.
 *
 * @param summary what the posts say
 * @param desk what people decided
 * @param cycles the wait cycles, oldest first; the last is the clock that the case shows
 * @param progress how far the timeline is folded
 * @param resolve the last resolve, also after a reopening
 * @param snooze who put it aside until when
 * @param successor the next case of the conversation, once there is one
 * @param related cases that belong together and are never merged
 * @param late posts that came behind {@code progress.after()}, which no earlier fold had seen
 * @param pending what was decided and is not yet carried out, oldest first
 * @param stepKey what the clock must do next, and when; null for nothing
 * @param version counts the writes of the case, for conditional ones
 */
public record Case(
        CaseId id,
        Status status,
        Summary summary,
        Choices desk,
        List<WaitCycle> cycles,
        Progress progress,
        @Nullable Resolve resolve,
        @Nullable Snooze snooze,
        @Nullable CaseId successor,
        List<CaseId> related,
        List<PostId> late,
        List<Pending> pending,
        @Nullable Instant stepKey,
        Instant updatedAt,
        long version) {
    /** Cycles beyond this are forgotten, oldest first. */
    public static final int MOST_CYCLES = 20;

    public Case {
        cycles = List.copyOf(cycles);
        related = List.copyOf(related);
        late = List.copyOf(late);
        pending = List.copyOf(pending);
    }

    /**
     * What people decided of a case, by command.
     *
     * @param priority what a person chose; it stands against every rule
     * @param team likewise
     * @param tags sorted, each once
     */
    public record Choices(
            @Nullable Priority priority,
            @Nullable String team,
            @Nullable String assignee,
            List<String> tags) {
        public static final Choices EMPTY = new Choices(null, null, null, List.of());

        public Choices {
            tags = List.copyOf(tags);
        }

        Choices with(@Nullable Priority chosen) {
            return new Choices(chosen, team, assignee, tags);
        }

        Choices with(Command.Request.Assign order) {
            return new Choices(priority, order.team(), order.assignee(), tags);
        }

        Choices tagged(List<String> now) {
            return new Choices(priority, team, assignee, now);
        }
    }

    /**
     * How far the timeline is folded.
     *
     * @param frontier the place of the last post folded, of either side
     * @param folded customer posts ever folded, tombstones included
     * @param after the frontier that the predecessor's resolve saw; only posts beyond it are ours
     * @param accounted customer posts at or behind {@code after} that earlier cases have seen
     */
    public record Progress(
            PostOrder frontier, int folded, @Nullable PostOrder after, int accounted) {
        Progress upTo(PostOrder frontier, int folded) {
            return new Progress(frontier, folded, after, accounted);
        }
    }

    /**
     * The end of a case, and all that it had seen.
     *
     * @param cycles how many of the case's cycles had begun
     * @param reopened a person's word that it is not over; null while it is
     */
    public record Resolve(
            Instant at,
            String by,
            String reason,
            PostOrder frontier,
            int folded,
            int cycles,
            @Nullable Reopening reopened) {
        /** Where the oldest cycles are no longer kept. */
        Resolve forgetting(int oldest) {
            int left = Math.max(0, cycles - oldest);
            return new Resolve(at, by, reason, frontier, folded, left, reopened);
        }
    }

    /** A person opened the case again: a new first response is due. */
    public record Reopening(String cycle, Instant at, String by) {}

    /** Put aside until an instant; a customer post beyond {@code folded} ends it. */
    public record Snooze(Instant until, int folded, String by) {}

    public Priority priority() {
        return desk.priority() == null ? summary.priority() : desk.priority();
    }

    public String team() {
        return desk.team() == null ? summary.team() : desk.team();
    }

    /** The clock that the case shows; null when nothing was ever promised. */
    public @Nullable WaitCycle response() {
        return cycles.isEmpty() ? null : cycles.getLast();
    }

    /** The cycles that the last resolve closed; none where there is no resolve. */
    List<WaitCycle> closedCycles() {
        return resolve == null ? List.of() : cycles.subList(0, resolve.cycles());
    }

    /** The cycle that somebody waits in. */
    public @Nullable WaitCycle openCycle() {
        var last = response();
        return last != null && last.isOpen() ? last : null;
    }

    /** The same in all that readers see, whatever was written how often. */
    public boolean sameAs(Case other) {
        return change().version(other.version).updatedAt(other.updatedAt).done().equals(other);
    }

    /** A copy to change. */
    public Change change() {
        return new Change(this);
    }

    /** A case in the making: every part as it was until it is set. */
    public static final class Change {
        private final CaseId id;
        private Status status;
        private Summary summary;
        private Choices desk;
        private List<WaitCycle> cycles;
        private Progress progress;
        private @Nullable Resolve resolve;
        private @Nullable Snooze snooze;
        private @Nullable CaseId successor;
        private List<CaseId> related;
        private List<PostId> late;
        private List<Pending> pending;
        private @Nullable Instant stepKey;
        private Instant updatedAt;
        private long version;

        private Change(Case of) {
            id = of.id;
            status = of.status;
            summary = of.summary;
            desk = of.desk;
            cycles = of.cycles;
            progress = of.progress;
            resolve = of.resolve;
            snooze = of.snooze;
            successor = of.successor;
            related = of.related;
            late = of.late;
            pending = of.pending;
            stepKey = of.stepKey;
            updatedAt = of.updatedAt;
            version = of.version;
        }

        public Change status(Status now) {
            status = now;
            return this;
        }

        public Change summary(Summary now) {
            summary = now;
            return this;
        }

        public Change desk(Choices now) {
            desk = now;
            return this;
        }

        public Change cycles(List<WaitCycle> now) {
            cycles = now;
            return this;
        }

        /** With the last cycle replaced. */
        public Change response(WaitCycle now) {
            var all = new java.util.ArrayList<>(cycles);
            all.set(all.size() - 1, now);
            cycles = all;
            return this;
        }

        public Change progress(Progress now) {
            progress = now;
            return this;
        }

        public Change resolve(@Nullable Resolve now) {
            resolve = now;
            return this;
        }

        public Change snooze(@Nullable Snooze now) {
            snooze = now;
            return this;
        }

        public Change successor(@Nullable CaseId now) {
            successor = now;
            return this;
        }

        public Change related(List<CaseId> now) {
            related = now;
            return this;
        }

        public Change late(List<PostId> now) {
            late = now;
            return this;
        }

        public Change pending(List<Pending> now) {
            pending = now;
            return this;
        }

        /** With more to carry out. */
        public Change pendingToo(List<? extends Pending> more) {
            var all = new java.util.ArrayList<>(pending);
            all.addAll(more);
            pending = all;
            return this;
        }

        public Change stepKey(@Nullable Instant now) {
            stepKey = now;
            return this;
        }

        public Change updatedAt(Instant now) {
            updatedAt = now;
            return this;
        }

        public Change version(long now) {
            version = now;
            return this;
        }

        public Case done() {
            return new Case(
                    id, status, summary, desk, cycles, progress, resolve, snooze, successor,
                    related, late, pending, stepKey, updatedAt, version);
        }
    }
}
