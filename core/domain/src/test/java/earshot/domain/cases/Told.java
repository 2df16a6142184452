package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;

import earshot.domain.policy.Policies;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a test tells of a post, as a network would: {@code Told.customer("a").at(3)}. What
 * is heard late says so.
 */
record Told(
        String name,
        Author author,
        double publishedMinute,
        double heardMinute,
        String says,
        boolean isBackfilled,
        String account) {
    static Told customer(String name) {
        return new Told(
                name,
                new Author.Customer("c1", "cleo", "Cleo", null),
                0,
                0,
                "Where is it?",
                false,
                PolicyShelf.PAGE);
    }

    /** One of us, natively in the network's own app. */
    static Told us(String name) {
        return by(name, null);
    }

    static Told bot(String name) {
        return by(name, "bot");
    }

    static Told agent(String name) {
        return by(name, "desk");
    }

    private static Told by(String name, @Nullable String app) {
        return new Told(
                name,
                new Author.Ourselves(PolicyShelf.PAGE, "Page", app),
                0,
                0,
                "Here it is.",
                false,
                PolicyShelf.PAGE);
    }

    /** Published at this minute and heard at once. */
    Told at(double minute) {
        return new Told(name, author, minute, minute, says, isBackfilled, account);
    }

    Told heard(double minute) {
        return new Told(name, author, publishedMinute, minute, says, isBackfilled, account);
    }

    Told saying(String text) {
        return new Told(name, author, publishedMinute, heardMinute, text, isBackfilled, account);
    }

    Told backfilled() {
        return new Told(name, author, publishedMinute, heardMinute, says, true, account);
    }

    Told to(String other) {
        return new Told(name, author, publishedMinute, heardMinute, says, isBackfilled, other);
    }

    PostId id() {
        return id(name);
    }

    static PostId id(String name) {
        return new PostId(PolicyShelf.NETWORK, name);
    }

    Post post() {
        return Post.of(
                        id(),
                        account,
                        Surface.COMMENT,
                        new Placement.Root(),
                        author,
                        Moment.of(minute(publishedMinute), minute(heardMinute)))
                .text(says)
                .permalink("https://example.org/" + name)
                .backfilled(isBackfilled)
                .build();
    }

    Activity.Published published() {
        return new Activity.Published(post());
    }

    Entry entry(Policies policies) {
        var policy = policies.current();
        var post = post();
        var side = policy.sideOf(post.author(), post.text());
        return Entry.of(post, side, policy.rule(post, side));
    }

    static Activity.Edited edited(String name, double minute, @Nullable String text) {
        return new Activity.Edited(id(name), moment(minute), text, List.of(), null, false);
    }

    static Activity.Deleted deleted(String name, double minute) {
        return new Activity.Deleted(id(name), moment(minute));
    }

    static Activity.Hidden hidden(String name, double minute, boolean hidden) {
        return new Activity.Hidden(id(name), moment(minute), hidden);
    }

    static Activity.Engaged engaged(String name, double minute, String word, long count) {
        return new Activity.Engaged(id(name), moment(minute), Map.of(word, count));
    }

    private static Moment moment(double minute) {
        Instant at = minute(minute);
        return Moment.of(at, at);
    }
}
