package earshot.polling;

import earshot.polling.Reply.Answered;
import earshot.polling.Reply.Refused;
import earshot.polling.Walk.Inside;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the answers of the threads on a page: a network lists a few along with their thread, and
 * the rest only where it is asked for them.
 */
final class Threads {
    /**
     * A re-check asks for the answers of threads up to here whether or not their number changed.
     */
    private static final int ASKED_AGAIN = 100;

    private final PolledNetwork network;
    private final String account;
    private final QuotaClient client;
    private final PageIntake intake;
    private final SeenPosts seen;

    Threads(
            PolledNetwork network,
            String account,
            QuotaClient client,
            PageIntake intake,
            SeenPosts seen) {
        this.network = network;
        this.account = account;
        this.client = client;
        this.intake = intake;
        this.seen = seen;
    }

    /**
     * What was in the way.
     *
     * @param inside where to go on
     */
    record Stop(Refusal refusal, @Nullable Inside inside) {
        static @Nullable Stop of(@Nullable Refusal refusal) {
            return refusal == null ? null : new Stop(refusal, null);
        }
    }

    /** Null when all answers that were not sent before are. */
    @Nullable Stop complete(Walk walk, Page page) {
        for (var root : page.roots()) {
            var stop = complete(walk, page, root);
            if (stop != null) {
                return stop;
            }
        }
        return null;
    }

    private @Nullable Stop complete(Walk walk, Page page, Sighting root) {
        boolean isRecheck = walk.kind() == Walk.Kind.RECHECK;
        boolean others = seen.hasOtherAnswers(root, walk);
        if (!page.holdsAllUnder(root)) {
            boolean again = isRecheck && root.children() <= ASKED_AGAIN;
            return others || again ? ask(walk, page, root) : null;
        }
        return others || isRecheck ? listed(walk, root, ids(page, root), root.children()) : null;
    }

    private @Nullable Stop ask(Walk walk, Page page, Sighting root) {
        var inside = walk.inside();
        boolean resumes = inside != null && inside.thread().equals(root.id());
        var place = resumes ? inside : null;
        int counted = place == null ? root.children() : place.counted();
        var stop = ask(walk, root, place, ids(page, root), counted);
        // Those that came after it was counted may stand on a page before the place.
        return stop == null && counted != root.children() ? ask(walk.in(null), page, root) : stop;
    }

    private @Nullable Stop ask(
            Walk walk, Sighting root, @Nullable Inside from, Set<String> ids, int counted) {
        var place = from;
        do {
            var token = place == null ? null : place.token();
            var asked = client.ask(walk.purpose(), at -> network.replies(account, root, token, at));
            switch (asked) {
                case Refused<Page>(var refusal) -> {
                    return refused(root, refusal, place);
                }
                case Answered<Page>(var answers) -> {
                    var refusal = intake.take(walk, answers);
                    if (refusal != null || answers.isEndless(token)) {
                        return new Stop(refusal == null ? endless() : refusal, null);
                    }
                    answers.sightings().forEach(answer -> ids.add(answer.id()));
                    place = place(root, answers, counted);
                }
            }
        } while (place != null);
        return listed(walk, root, ids, counted);
    }

    private static @Nullable Inside place(Sighting root, Page answers, int counted) {
        var next = answers.next();
        return next == null ? null : new Inside(root.id(), next, counted);
    }

    /** A thread that closed or went away while we were at it is no reason to stop the walk. */
    private @Nullable Stop refused(Sighting root, Refusal refusal, @Nullable Inside place) {
        return switch (refusal) {
            case Refusal.Closed _, Refusal.Missing _ -> {
                seen.askedInVain(root.id());
                yield null;
            }
            case Refusal.Stale stale -> new Stop(new Refusal.Later(stale.reason(), null), null);
            case Refusal.Later _, Refusal.Spent _, Refusal.Halt _ -> new Stop(refusal, place);
        };
    }

    private static Refusal endless() {
        return new Refusal.Later("a page that names itself as the next", null);
    }

    private @Nullable Stop listed(Walk walk, Sighting root, Set<String> ids, int counted) {
        var refusal = intake.confirm(walk, seen.missingUnder(root.id(), ids));
        if (refusal == null) {
            seen.complete(root.id(), counted);
        }
        return Stop.of(refusal);
    }

    private static Set<String> ids(Page page, Sighting root) {
        var ids = new HashSet<String>();
        page.under(root).forEach(answer -> ids.add(answer.id()));
        return ids;
    }
}
