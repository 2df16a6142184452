package earshot.polling;

import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.webhook.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network that never was: people talk, and whoever asks is told, or not. */
final class Town implements PolledNetwork {
    static final Network NETWORK = new Network("town");
    static final String US = "us";

    /** How tokens name the next page. */
    enum Tokens {
        /** By the thread that came last: what comes and goes moves nothing. */
        KEYED,
        /** By how many threads lie behind: what comes and goes moves all. */
        COUNTED
    }

    static final class Said {
        final String id;
        final String root;
        final Instant published;
        Instant changed;
        String text;
        boolean removed;
        boolean wasRemembered;

        Said(String id, String root, Instant published, String text) {
            this.id = id;
            this.root = root;
            this.published = published;
            this.changed = published;
            this.text = text;
        }
    }

    final Map<String, Said> said = new LinkedHashMap<>();
    final Deque<Refusal> refusals = new ArrayDeque<>();
    final List<Unreadable> noise = new ArrayList<>();
    int threadsOnPage = 3;
    int answersAlong = 2;
    int answersOnPage = 2;
    int asked;
    int goneAsked;
    private final Clock clock;
    private final Tokens tokens;
    private String era = "0";

    Town(Clock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    String thread() {
        return thread(clock.instant());
    }

    String thread(Instant published) {
        var id = "t" + said.size();
        said.put(id, new Said(id, id, published, "hello from " + id));
        return id;
    }

    String answer(String root) {
        var id = root + "." + said.size();
        said.put(id, new Said(id, root, clock.instant(), "answer " + id));
        return id;
    }

    void edit(String id) {
        var post = of(id);
        post.changed = clock.instant();
        post.text = post.text + "!";
    }

    /** With all that stands under it. */
    void remove(String id, Set<String> remembered) {
        for (var post : alive()) {
            if (post.id.equals(id) || post.root.equals(id)) {
                post.removed = true;
                post.wasRemembered = remembered.contains(post.id);
            }
        }
    }

    Said of(String id) {
        return Objects.requireNonNull(said.get(id));
    }

    List<Said> alive() {
        return said.values().stream().filter(s -> !s.removed).toList();
    }

    void forgetTokens() {
        era = era + "0";
    }

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Reply<Page> threads(String account, @Nullable String token, Instant at) {
        return page(alive().stream().filter(s -> s.root.equals(s.id)).toList(), token, at, true);
    }

    @Override
    public Reply<Page> replies(String account, Sighting root, @Nullable String token, Instant at) {
        return page(answers(root.root()), token, at, false);
    }

    @Override
    public Reply<Set<String>> gone(String account, List<String> ids) {
        asked++;
        goneAsked++;
        if (!refusals.isEmpty()) {
            return Reply.refused(refusals.pop());
        }
        var gone = new HashSet<>(ids);
        alive().forEach(s -> gone.remove(s.id));
        return Reply.answered(gone);
    }

    private List<Said> answers(String root) {
        return alive().stream().filter(s -> s.root.equals(root) && !s.id.equals(root)).toList();
    }

    private Reply<Page> page(
            List<Said> all, @Nullable String token, Instant at, boolean ofThreads) {
        asked++;
        if (!refusals.isEmpty()) {
            return Reply.refused(refusals.pop());
        }
        if (token != null && !token.startsWith(era + "/")) {
            return Reply.refused(new Refusal.Stale("stale"));
        }
        var newest = newestFirst(all);
        int from = token == null ? 0 : place(newest, token.substring(era.length() + 1));
        int to = Math.min(newest.size(), from + (ofThreads ? threadsOnPage : answersOnPage));
        var sightings = new ArrayList<Sighting>();
        for (var post : newest.subList(from, to)) {
            int answers = ofThreads ? answers(post.id).size() : 0;
            sightings.add(sighting(post, answers, at));
            if (ofThreads) {
                newestFirst(answers(post.id)).stream()
                        .limit(answersAlong)
                        .forEach(a -> sightings.add(sighting(a, 0, at)));
            }
        }
        var last = to == 0 ? null : newest.get(to - 1);
        var next = to < newest.size() && last != null ? era + "/" + name(last, to) : null;
        return Reply.answered(
                new Page(
                        Json.object().with("of", account(ofThreads)).build(),
                        sightings,
                        ofThreads && from == 0 ? noise : List.of(),
                        next));
    }

    private static String account(boolean ofThreads) {
        return ofThreads ? "threads" : "answers";
    }

    private static List<Said> newestFirst(List<Said> all) {
        return all.stream()
                .sorted(
                        Comparator.comparing((Said s) -> s.published)
                                .thenComparing(s -> s.id)
                                .reversed())
                .toList();
    }

    private String name(Said last, int to) {
        return switch (tokens) {
            case KEYED -> last.id;
            case COUNTED -> "" + to;
        };
    }

    private int place(List<Said> newest, String name) {
        return switch (tokens) {
            case COUNTED -> Math.min(newest.size(), Integer.parseInt(name));
            case KEYED -> {
                var last = of(name);
                int place = 0;
                while (place < newest.size() && !isBehind(newest.get(place), last)) {
                    place++;
                }
                yield place;
            }
        };
    }

    private static boolean isBehind(Said post, Said last) {
        int order = post.published.compareTo(last.published);
        return order < 0 || (order == 0 && post.id.compareTo(last.id) < 0);
    }

    private static Sighting sighting(Said post, int answers, Instant at) {
        var id = new PostId(NETWORK, post.id);
        boolean isRoot = post.root.equals(post.id);
        var moment = Moment.of(post.published, at);
        return new Sighting(
                Post.of(
                                id,
                                US,
                                Surface.COMMENT,
                                isRoot
                                        ? new Placement.Root()
                                        : Placement.Reply.to(
                                                new PostId(NETWORK, post.root), Whose.OTHERS),
                                new Author.Customer("c", null, "Cleo", null),
                                moment)
                        .text(post.text)
                        .inReplyTo(isRoot ? null : post.root)
                        .build(),
                Moment.of(post.changed, at),
                Fingerprint.of(post.text, post.changed.toString()),
                post.root,
                answers);
    }
}
