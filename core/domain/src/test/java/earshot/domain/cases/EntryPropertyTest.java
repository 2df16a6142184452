package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Rating;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever becomes known of a post, and in whatever order, it is one post. */
class EntryPropertyTest {
    private final Entry entry =
            Told.customer("a").at(1).saying("one").entry(PolicyShelf.ordinary());

    @Property(tries = 2000)
    void whatHappensToAPostMayBecomeKnownInAnyOrderAndTwice(
            @ForAll("changes") List<Activity> changes, @ForAll Random random) {
        var straight = after(changes);
        assertThat(after(Happenings.shuffled(changes, random))).isEqualTo(straight);
        for (var change : changes) {
            assertThat(straight.after(change)).isSameAs(straight);
        }
    }

    @Property(tries = 1000)
    void theTextIsThatOfTheNewestEdit(@ForAll("edits") List<Activity.Edited> edits) {
        var newest =
                edits.stream()
                        .map(e -> e.when().at())
                        .max(java.util.Comparator.naturalOrder())
                        .orElse(minute(1));
        var texts =
                edits.stream()
                        .filter(e -> e.when().at().equals(newest))
                        .map(Activity.Edited::text)
                        .toList();
        if (newest.isAfter(minute(1))) {
            assertThat(texts).contains(after(List.copyOf(edits)).text());
        }
    }

    private Entry after(List<? extends Activity> changes) {
        var after = entry;
        for (var change : changes) {
            after = after.after(change);
        }
        return after;
    }

    @Provide
    Arbitrary<List<Activity.Edited>> edits() {
        return edit().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Activity>> changes() {
        Arbitrary<Activity> deletions = minutes().map(at -> Told.deleted("a", at));
        Arbitrary<Activity> hides =
                Combinators.combine(minutes(), Arbitraries.of(true, false))
                        .as((at, hidden) -> Told.hidden("a", at, hidden));
        Arbitrary<Activity> counts =
                Combinators.combine(minutes(), Arbitraries.longs().between(0, 9))
                        .as((at, count) -> Told.engaged("a", at, "likes", count));
        Arbitrary<Activity> edits = edit().map(e -> e);
        return Arbitraries.oneOf(edits, edits, edits, deletions, hides, counts).list().ofMaxSize(8);
    }

    /** Few texts at few instants, so that the same is often said again. */
    private static Arbitrary<Activity.Edited> edit() {
        var texts = Arbitraries.of("one", "two", "three", "").injectNull(0.2);
        Arbitrary<@Nullable Rating> ratings =
                Arbitraries.of(Rating.of(1, 5), Rating.of(5, 5)).injectNull(0.7);
        return Combinators.combine(minutes(), texts, ratings)
                .as(
                        (at, text, rating) ->
                                new Activity.Edited(
                                        Told.id("a"),
                                        Moment.of(minute(at), minute(at)),
                                        text,
                                        List.of(),
                                        rating,
                                        false));
    }

    private static Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 6);
    }
}
