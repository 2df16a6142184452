package earshot.router;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Activities to try the router with; minute 0 is noon, and all of them are heard a second later.
 */
final class Posts {
    static final Network NETWORK = new Network("facebook");
    static final String PAGE = "900";
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private Posts() {}

    static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    static PostId id(String id) {
        return new PostId(NETWORK, id);
    }

    static Moment at(int minute) {
        return Moment.of(minute(minute), minute(minute).plusSeconds(1));
    }

    static Author customer(String id) {
        return new Author.Customer(id, null, "Customer " + id, null);
    }

    static Author us() {
        return new Author.Ourselves(PAGE, "Our page", null);
    }

    /** A post on the page by a visitor or by us. */
    static Activity root(String id, Author author, int minute) {
        return published(id, author, minute, Surface.POST, new Placement.Root());
    }

    /** A comment right under a post: nobody can say whose the post is. */
    static Activity comment(String id, String under, Author author, int minute) {
        return published(
                id, author, minute, Surface.COMMENT, Placement.Reply.to(id(under), Whose.UNKNOWN));
    }

    /** A reply to a comment. */
    static Activity reply(String id, String to, String under, Author author, int minute) {
        return published(
                id,
                author,
                minute,
                Surface.COMMENT,
                Placement.Reply.to(id(to), Whose.UNKNOWN).in(id(under), Whose.UNKNOWN, null));
    }

    static Activity message(String id, String customer, Author author, int minute) {
        return published(id, author, minute, Surface.DIRECT, new Placement.Direct(PAGE, customer));
    }

    static Activity edited(String id, String text, int minute) {
        return new Activity.Edited(id(id), at(minute), text, List.of(), null, false);
    }

    static Activity deleted(String id, int minute) {
        return new Activity.Deleted(id(id), at(minute));
    }

    static Activity published(
            String id, Author author, int minute, Surface surface, Placement placement) {
        return new Activity.Published(post(id, author, at(minute), surface, placement, false));
    }

    /** A message that a first look into an old chat brought. */
    static Activity backfilled(String id, String customer, Moment published) {
        var placement = new Placement.Direct(PAGE, customer);
        return new Activity.Published(
                post(id, customer(customer), published, Surface.DIRECT, placement, true));
    }

    static Post post(
            String id,
            Author author,
            Moment published,
            Surface surface,
            Placement placement,
            boolean backfilled) {
        return new Post(
                id(id),
                PAGE,
                surface,
                placement,
                author,
                published,
                "Words of " + id,
                null,
                List.of(),
                placement instanceof Placement.Reply reply ? reply.parent().id().value() : null,
                null,
                null,
                backfilled,
                false);
    }
}
