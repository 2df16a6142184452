package earshot.polling;

import earshot.casebook.Cursor;
import earshot.casebook.Cursors;
import earshot.polling.Refusal.Halt;
import earshot.polling.Reply.Answered;
import earshot.polling.Reply.Refused;
import earshot.polling.Threads.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invocation's work at one account. The order of things is what matters here: queues first,
 * then the cursor, then the memory. A stop before the cursor brings the same page again; a stop
 * before the memory brings its posts again; what is sent twice is filed once. Whoever finds the
 * account taken over writes nothing more.
 */
final class Poll {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(30);

    private final PolledNetwork feed;
    private final Cursors cursors;
    private final PollSchedule pace;
    private final Clock clock;
    private final QuotaClient asker;
    private final PollSender courier;
    private final SeenPosts memory;
    private final PageIntake intake;
    private final Threads threads;
    private final Instant began;
    private Cursor cursor;
    private Progress progress;

    Poll(
            PolledNetwork feed,
            Cursors cursors,
            PollSchedule pace,
            Clock clock,
            QuotaClient asker,
            PollSender courier,
            Cursor cursor) {
        this.feed = feed;
        this.cursors = cursors;
        this.pace = pace;
        this.clock = clock;
        this.asker = asker;
        this.courier = courier;
        this.cursor = cursor;
        var account = cursor.account();
        memory = new SeenPosts(cursors, cursor);
        intake = new PageIntake(feed, account, cursor.connectedAt(), asker, courier, memory, clock);
        threads = new Threads(feed, account, asker, intake, memory);
        began = clock.instant();
        var firstRound = cursor.connectedAt().plus(pace.round());
        progress = Progress.read(cursor.state(), firstRound).due(began);
    }

    /**
     * Goes on with the walks, the pressing first, until all are done or something is in the way.
     */
    Polled run() {
        Refusal refusal = null;
        for (var walk = progress.next(); walk != null && refusal == null; walk = progress.next()) {
            refusal = step(walk);
            if (refusal instanceof Refusal.Stale) {
                progress = progress.with(walk.restarted());
            }
        }
        return end(refusal);
    }

    private @Nullable Refusal step(Walk walk) {
        var token = walk.token();
        return switch (asker.ask(walk.purpose(), at -> feed.threads(cursor.account(), token, at))) {
            case Answered<Page>(var page) when page.isEndless(token) ->
                    new Refusal.Stale("a page that names itself as the next");
            case Answered<Page>(var page) -> read(walk, page);
            case Refused<Page>(var refusal) -> refusal;
        };
    }

    private @Nullable Refusal read(Walk walk, Page page) {
        boolean isOver = isOver(walk, page);
        var stop = look(walk, page);
        if (stop != null) {
            progress = progress.with(walk.in(stop.inside()));
        } else if (isOver) {
            progress = progress.without(walk, clock.instant().plus(pace.round()));
        } else {
            progress = progress.with(walk.after(page));
        }
        var saved = cursors.save(cursor, progress.write());
        if (saved.isEmpty()) {
            return Halt.TAKEN_OVER;
        }
        cursor = saved.get();
        memory.keep(cursor);
        return stop == null ? null : stop.refusal();
    }

    /** To be asked before the page is remembered. */
    private boolean isOver(Walk walk, Page page) {
        return page.next() == null
                || switch (walk.kind()) {
                    case FIRST -> page.isOlderThan(cursor.connectedAt().minus(pace.horizon()));
                    case HEAD -> memory.isOldGround(page, walk);
                    case ROUND -> walk.pages() + 1 >= pace.roundPages();
                };
    }

    private @Nullable Stop look(Walk walk, Page page) {
        var stop = Stop.of(intake.take(walk, page));
        if (stop == null) {
            stop = threads.complete(walk, page);
        }
        return stop == null ? Stop.of(confirm(walk, page)) : stop;
    }

    /** Only a round looks for threads that are gone. */
    private @Nullable Refusal confirm(Walk walk, Page page) {
        return switch (walk.kind()) {
            case FIRST, HEAD -> null;
            case ROUND -> intake.confirm(walk, memory.missingFrom(page, walk));
        };
    }

    private Polled end(@Nullable Refusal refusal) {
        progress = progress.failed(isFailure(refusal) ? progress.failures() + 1 : 0);
        var nextAt = refusal == null ? began.plus(pace.head()) : after(refusal);
        boolean released =
                refusal != Halt.TAKEN_OVER && cursors.release(cursor, progress.write(), nextAt);
        var why = refusal == null ? "done" : refusal.reason();
        return new Polled.Asked(
                released ? why : Halt.TAKEN_OVER.reason(),
                courier.counts(asker.units()),
                nextAt,
                progress.next() != null);
    }

    private static boolean isFailure(@Nullable Refusal refusal) {
        return switch (refusal) {
            case null -> false;
            case Refusal.Later _, Refusal.Stale _ -> true;
            case Refusal.Spent _, Refusal.Closed _, Refusal.Missing _ -> false;
            case Halt halt -> halt == Halt.UNSENT;
        };
    }

    private Instant after(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Later later -> clock.instant().plus(patience(later));
            case Refusal.Stale _ -> clock.instant().plus(backoff());
            case Refusal.Spent _ -> began.plus(pace.head());
            case Refusal.Closed _, Refusal.Missing _ -> began.plus(HOUR);
            case Halt halt ->
                    switch (halt) {
                        case OUT_OF_TIME -> clock.instant();
                        case UNSENT -> clock.instant().plus(backoff());
                        case RATIONED, TAKEN_OVER -> began.plus(pace.head());
                    };
        };
    }

    private Duration patience(Refusal.Later later) {
        var asked = later.after() == null ? Duration.ZERO : later.after();
        var longer = asked.compareTo(backoff()) > 0 ? asked : backoff();
        return longer.compareTo(HOUR) > 0 ? HOUR : longer;
    }

    private Duration backoff() {
        int doublings = Math.min(10, Math.max(0, progress.failures() - 1));
        var backoff = pace.head().multipliedBy(1L << doublings);
        return backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
    }
}
