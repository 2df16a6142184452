package earshot.queue;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any activity that the domain allows. */
final class Activities {
    private static final Network NETWORK = new Network("facebook");

    private Activities() {}

    static Arbitrary<Activity> any() {
        return Arbitraries.oneOf(
                published(),
                edited(),
                Combinators.combine(ids(), moments()).as(Activity.Deleted::new),
                Combinators.combine(ids(), moments(), Arbitraries.of(true, false))
                        .as(Activity.Hidden::new),
                Combinators.combine(
                                ids(),
                                moments(),
                                Arbitraries.maps(texts(), Arbitraries.longs()).ofMaxSize(4))
                        .as(Activity.Engaged::new));
    }

    static Arbitrary<String> texts() {
        return Arbitraries.chars()
                .all()
                .list()
                .ofMaxSize(20)
                .map(
                        chars -> {
                            var out = new StringBuilder();
                            chars.forEach(out::append);
                            return out.toString();
                        });
    }

    private static Arbitrary<Activity> published() {
        return Combinators.combine(
                        posts(), texts().injectNull(0.3), attachments(), ratings().injectNull(0.5))
                .as(
                        (post, text, attachments, rating) ->
                                new Activity.Published(
                                        new Post(
                                                post.id(),
                                                post.account(),
                                                post.surface(),
                                                post.placement(),
                                                post.author(),
                                                post.published(),
                                                text,
                                                post.language(),
                                                attachments,
                                                text,
                                                post.permalink(),
                                                rating,
                                                post.backfilled(),
                                                post.truncated())));
    }

    private static Arbitrary<Post> posts() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(Surface.class),
                        placements(),
                        authors(),
                        moments(),
                        texts().injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(
                        (id, surface, placement, author, moment, text, backfilled, truncated) ->
                                new Post(
                                        id,
                                        "42",
                                        surface,
                                        placement,
                                        author,
                                        moment,
                                        null,
                                        text,
                                        List.of(),
                                        null,
                                        text,
                                        null,
                                        backfilled,
                                        truncated));
    }

    private static Arbitrary<Activity> edited() {
        return Combinators.combine(
                        ids(),
                        moments(),
                        texts().injectNull(0.3),
                        attachments(),
                        ratings().injectNull(0.5),
                        Arbitraries.of(true, false))
                .as(Activity.Edited::new);
    }

    private static Arbitrary<PostId> ids() {
        return texts().filter(text -> !text.isEmpty()).map(text -> new PostId(NETWORK, text));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(Long.MIN_VALUE / 1_000_000, Long.MAX_VALUE / 1_000_000)
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<Moment> moments() {
        return Combinators.combine(
                        instants(),
                        instants().injectNull(0.5),
                        instants(),
                        Arbitraries.of(Moment.TimeSource.class))
                .as(Moment::new);
    }

    private static Arbitrary<Placement> placements() {
        var above =
                Combinators.combine(
                                ids(),
                                Arbitraries.of(Placement.Whose.class),
                                texts().injectNull(0.5))
                        .as(Placement.Above::new);
        return Arbitraries.oneOf(
                Arbitraries.just(new Placement.Root()),
                Combinators.combine(texts(), texts()).as(Placement.Direct::new),
                Combinators.combine(above, above.injectNull(0.5)).as(Placement.Reply::new));
    }

    private static Arbitrary<Author> authors() {
        var text = texts().injectNull(0.3);
        return Arbitraries.oneOf(
                Combinators.combine(text, text, text, Arbitraries.longs().injectNull(0.5))
                        .as(Author.Customer::new),
                Combinators.combine(text, text, text).as(Author.Ourselves::new));
    }

    private static Arbitrary<List<Attachment>> attachments() {
        return Combinators.combine(texts(), texts().injectNull(0.3), instants().injectNull(0.5))
                .as(Attachment::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Rating> ratings() {
        var numbers = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(2);
        return Combinators.combine(numbers, numbers).as(Rating::new);
    }
}
