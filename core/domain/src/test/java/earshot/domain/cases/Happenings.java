package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;

import earshot.domain.post.Activity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Small sets of activities as properties need them: few posts, few instants, many of them equal.
 */
final class Happenings {
    private Happenings() {}

    /** Posts with what became of them, in the order of telling. */
    static Arbitrary<List<Activity>> small() {
        return of("", 300);
    }

    /**
     * @param suffix of the names of the posts
     * @param heard the minute from which on they are received
     */
    static Arbitrary<List<Activity>> of(String suffix, int heard) {
        return Combinators.combine(posts(suffix, heard), changes(suffix)).as(Happenings::together);
    }

    private static Arbitrary<List<Activity>> posts(String suffix, int heard) {
        var customers = Arbitraries.of("a", "b", "c", "d").map(Told::customer);
        var ours = Arbitraries.of(Told.us("r"), Told.us("s"), Told.agent("t"), Told.bot("u"));
        var texts = Arbitraries.of("Hello", "Hello", "Hello", "URGENT", "FYI", "SPAM", "GOLD");
        var posts =
                Combinators.combine(
                                Arbitraries.oneOf(customers, customers, ours),
                                minutes(),
                                texts,
                                Arbitraries.of(false, false, false, true))
                        .as((told, at, says, old) -> spoken(told, at, says, old, suffix, heard));
        return posts.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .uniqueElements(Activity::id)
                .map(List::<Activity>copyOf);
    }

    private static Activity spoken(
            Told told, int at, String says, boolean backfilled, String suffix, int heard) {
        var named =
                new Told(
                        told.name() + suffix,
                        told.author(),
                        at,
                        heard + at % 7,
                        says,
                        backfilled,
                        told.account());
        return named.published();
    }

    private static Arbitrary<List<Activity>> changes(String suffix) {
        var names = Arbitraries.of("a", "b", "c", "d", "r", "s").map(name -> name.concat(suffix));
        var texts = Arbitraries.of("Hello", "Bye", "URGENT");
        Arbitrary<Activity> edits = Combinators.combine(names, minutes(), texts).as(Told::edited);
        Arbitrary<Activity> deletions = Combinators.combine(names, minutes()).as(Told::deleted);
        Arbitrary<Activity> hides =
                Combinators.combine(names, minutes(), Arbitraries.of(true, false)).as(Told::hidden);
        return Arbitraries.oneOf(edits, deletions, hides).list().ofMaxSize(4);
    }

    /** Around the goals of the ordinary policy. */
    static Arbitrary<Integer> minutes() {
        return Arbitraries.of(0, 5, 10, 20, 40, 60, 61, 90, 200);
    }

    private static List<Activity> together(List<Activity> posts, List<Activity> changes) {
        var all = new ArrayList<>(posts);
        all.addAll(changes);
        return List.copyOf(all);
    }

    /** The same in another order, some of it twice. */
    static List<Activity> shuffled(List<Activity> activities, Random random) {
        var all = new ArrayList<>(activities);
        activities.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    /** A case without what the order of arrival may change. */
    static Case settled(Case of) {
        var cycles =
                of.cycles().stream()
                        .map(
                                c ->
                                        new WaitCycle(
                                                "",
                                                c.target(),
                                                c.state(),
                                                c.startedAt(),
                                                c.dueAt(),
                                                c.endedAt(),
                                                c.pin(),
                                                0,
                                                c.acknowledged()))
                        .toList();
        return of.change().cycles(cycles).pending(List.of()).updatedAt(minute(0)).version(0).done();
    }
}
