package earshot.polling;

import earshot.casebook.Cursor;
import earshot.casebook.Cursors;
import earshot.casebook.Seen;
import earshot.webhook.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an account's newest posts looked like when they were sent. It may lack what was sent, for a
 * crash or for want of room: then that is sent again, which does no harm. It never holds what was
 * not sent.
 */
final class SeenPosts {
    /** Threads that are remembered, the newest. */
    static final int MOST_ROOTS = 1_500;

    /** Posts that are remembered, the answers included. */
    static final int MOST_POSTS = 4_000;

    /** Not even one answer of a thread is known to be sent. */
    private static final int NO_ANSWERS = -1;

    /** The network counts answers and does not give them: a re-check asks again. */
    private static final int ASKED_IN_VAIN = -2;

    private final Cursors cursors;
    private Map<String, Seen> stored;
    private Map<String, Seen> seen;

    SeenPosts(Cursors cursors, Cursor cursor) {
        this.cursors = cursors;
        this.stored = cursors.seen(cursor.function(), cursor.account());
        this.seen = new HashMap<>(stored);
    }

    /** What of a page happened since it was seen, and what of it cannot be read. */
    Reading news(Page page, Instant connectedAt, Instant now) {
        var news = new Reading.Builder();
        for (var sighting : page.sightings()) {
            sighting.since(seen.get(sighting.id()), connectedAt, now).forEach(news::add);
        }
        for (var element : page.unreadable()) {
            if (!seen.containsKey(Fingerprint.key(element))) {
                news.add(element);
            }
        }
        return news.build();
    }

    /**
     * Whether all of a page lies below what was sent before a walk began; never of an empty one.
     */
    boolean isOldGround(Page page, Walk walk) {
        var roots = page.roots();
        return !roots.isEmpty()
                && roots.stream().allMatch(root -> isOldGround(root.id(), walk))
                && page.unreadable().stream().map(Fingerprint::key).allMatch(seen::containsKey);
    }

    private boolean isOldGround(String id, Walk walk) {
        var known = seen.get(id);
        return known != null && walk.isOldGround(known);
    }

    /** To be called once the queues have a page. */
    void add(Page page, Walk walk, Instant now) {
        for (var sighting : page.sightings()) {
            var known = seen.get(sighting.id());
            int children = sighting.isRoot() ? NO_ANSWERS : 0;
            seen.put(
                    sighting.id(),
                    new Seen(
                            sighting.fingerprint(),
                            sighting.published(),
                            known == null ? children : known.children(),
                            sighting.root(),
                            walk.mark(known)));
        }
        for (var element : page.unreadable()) {
            var key = Fingerprint.key(element);
            seen.computeIfAbsent(key, _ -> new Seen("", now, 0, key, walk.mark(null)));
        }
    }

    /** Whether a thread has another number of answers than were sent. */
    boolean hasOtherAnswers(Sighting root, Walk walk) {
        var known = seen.get(root.id());
        if (known != null && known.children() == ASKED_IN_VAIN) {
            return walk.kind() == Walk.Kind.RECHECK;
        }
        return known == null || known.children() != root.children();
    }

    /** So many answers of a thread were sent, and none of those sent before is missing. */
    void complete(String root, int answers) {
        seen.computeIfPresent(
                root,
                (_, known) ->
                        new Seen(
                                known.fingerprint(),
                                known.published(),
                                answers,
                                known.root(),
                                known.walk()));
    }

    void askedInVain(String root) {
        complete(root, ASKED_IN_VAIN);
    }

    /** Answers in a thread that are remembered and were not listed. */
    Set<String> missingUnder(String root, Set<String> listed) {
        var missing = new HashSet<String>();
        seen.forEach(
                (id, post) -> {
                    if (post.root().equals(root) && !id.equals(root) && !listed.contains(id)) {
                        missing.add(id);
                    }
                });
        return missing;
    }

    /** Threads that a page should have listed and did not, with all that stands in them. */
    Set<String> missingFrom(Page page, Walk walk) {
        var listed = new HashSet<String>();
        page.roots().forEach(root -> listed.add(root.id()));
        var missing = new HashSet<String>();
        seen.forEach(
                (id, post) -> {
                    var root = seen.get(post.root());
                    if (root != null
                            && !listed.contains(post.root())
                            && walk.reaches(root.published(), page)
                            && !Fingerprint.isKey(id)) {
                        missing.add(id);
                    }
                });
        return missing;
    }

    void forget(Collection<String> ids) {
        ids.forEach(seen::remove);
    }

    /** Writes what changed. To be called once the cursor is saved. */
    void keep(Cursor cursor) {
        if (seen.size() > MOST_POSTS) {
            seen = newest();
        }
        cursors.remember(cursor, stored, seen);
        stored = new HashMap<>(seen);
    }

    /** Threads before answers: a thread that is not remembered is new at every re-check. */
    private Map<String, Seen> newest() {
        var kept = new HashMap<String, Seen>();
        newest(true).limit(MOST_ROOTS).forEach(post -> kept.put(post.getKey(), post.getValue()));
        newest(false)
                .filter(post -> kept.containsKey(post.getValue().root()))
                .limit(MOST_POSTS - kept.size())
                .toList()
                .forEach(post -> kept.put(post.getKey(), post.getValue()));
        return kept;
    }

    private Stream<Map.Entry<String, Seen>> newest(boolean roots) {
        return seen.entrySet().stream()
                .filter(post -> post.getKey().equals(post.getValue().root()) == roots)
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, Seen> post) ->
                                                post.getValue().published())
                                .reversed());
    }
}
