package earshot.polling;

import earshot.casebook.Cursor;
import earshot.casebook.Cursors;
import earshot.http.Backoff;
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
 * then the cursor, then the memory of posts. A stop before the cursor brings the same page again; a
 * stop before the memory brings its posts again; what is sent twice is filed once. Whoever finds
 * the account taken over writes nothing more.
 */
final class Poll {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(30);

    private final PolledNetwork network;
    private final Cursors cursors;
    private final PollSchedule schedule;
    private final Clock clock;
    private final QuotaClient client;
    private final PollSender sender;
    private final SeenPosts seen;
    private final PageIntake intake;
    private final Threads threads;
    private final Instant began;
    private Cursor cursor;
    private Progress progress;

    Poll(
            PolledNetwork network,
            Cursors cursors,
            PollSchedule schedule,
            Clock clock,
            QuotaClient client,
            PollSender sender,
            Cursor cursor) {
        this.network = network;
        this.cursors = cursors;
        this.schedule = schedule;
        this.clock = clock;
        this.client = client;
        this.sender = sender;
        this.cursor = cursor;
        var account = cursor.account();
        seen = new SeenPosts(cursors, cursor);
        intake =
                new PageIntake(network, account, cursor.connectedAt(), client, sender, seen, clock);
        threads = new Threads(network, account, client, intake, seen);
        began = clock.instant();
        var firstRecheck = cursor.connectedAt().plus(schedule.recheck());
        progress = Progress.read(cursor.state(), firstRecheck).due(began);
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
        return switch (client.ask(
                walk.purpose(), at -> network.threads(cursor.account(), token, at))) {
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
            progress = progress.without(walk, clock.instant().plus(schedule.recheck()));
        } else {
            progress = progress.with(walk.after(page));
        }
        var saved = cursors.save(cursor, progress.write());
        if (saved.isEmpty()) {
            return Halt.TAKEN_OVER;
        }
        cursor = saved.get();
        seen.keep(cursor);
        return stop == null ? null : stop.refusal();
    }

    /** To be asked before the page is remembered. */
    private boolean isOver(Walk walk, Page page) {
        return page.next() == null
                || switch (walk.kind()) {
                    case BACKFILL ->
                            page.isOlderThan(cursor.connectedAt().minus(schedule.horizon()));
                    case NEWS -> seen.isOldGround(page, walk);
                    case RECHECK -> walk.pages() + 1 >= schedule.recheckPages();
                };
    }

    private @Nullable Stop look(Walk walk, Page page) {
        var stop = Stop.of(intake.take(walk, page));
        if (stop == null) {
            stop = threads.complete(walk, page);
        }
        return stop == null ? Stop.of(confirm(walk, page)) : stop;
    }

    /** Only a re-check looks for threads that are gone. */
    private @Nullable Refusal confirm(Walk walk, Page page) {
        return switch (walk.kind()) {
            case BACKFILL, NEWS -> null;
            case RECHECK -> intake.confirm(walk, seen.missingFrom(page, walk));
        };
    }

    private Polled end(@Nullable Refusal refusal) {
        progress = progress.failed(isFailure(refusal) ? progress.failures() + 1 : 0);
        var nextAt = refusal == null ? began.plus(schedule.news()) : after(refusal);
        boolean released =
                refusal != Halt.TAKEN_OVER && cursors.release(cursor, progress.write(), nextAt);
        var why = refusal == null ? "done" : refusal.reason();
        return new Polled.Asked(
                released ? why : Halt.TAKEN_OVER.reason(),
                sender.counts(client.units()),
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
            case Refusal.Later later -> clock.instant().plus(pause(later.after()));
            case Refusal.Stale _ -> clock.instant().plus(pause(null));
            case Refusal.Spent _ -> began.plus(schedule.news());
            case Refusal.Closed _, Refusal.Missing _ -> began.plus(HOUR);
            case Halt halt ->
                    switch (halt) {
                        case OUT_OF_TIME -> clock.instant();
                        case UNSENT -> clock.instant().plus(pause(null));
                        case RATIONED, TAKEN_OVER -> began.plus(schedule.news());
                    };
        };
    }

    private Duration pause(@Nullable Duration wished) {
        return new Backoff(schedule.news(), LONGEST_BACKOFF, HOUR)
                .after(progress.failures(), wished);
    }
}
