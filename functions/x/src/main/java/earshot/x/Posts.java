package earshot.x;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a post that X tells of means for our accounts. */
final class Posts {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

    private Posts() {}

    /**
     * It was published; once for each account that it concerns, as the same post. What was edited
     * is told as published and edited: nothing is lost where the first version never comes.
     */
    static List<Activity> of(Tweet tweet, Subscription subscription) {
        var id = Ids.post(tweet.first());
        List<Activity> activities = new ArrayList<>();
        for (var account : subscription.accountsOrUnknown()) {
            activities.add(new Activity.Published(post(tweet, account, subscription)));
        }
        if (tweet.isEdited()) {
            var when = subscription.moment(tweet.editedAt());
            activities.add(
                    new Activity.Edited(id, when, tweet.text(), tweet.attachments(), null, false));
        }
        if (!tweet.counts().isEmpty()) {
            activities.add(new Activity.Engaged(id, subscription.moment(null), tweet.counts()));
        }
        return activities;
    }

    private static Post post(Tweet tweet, String account, Subscription subscription) {
        return new Post(
                Ids.post(tweet.first()),
                account,
                surface(tweet, subscription),
                placement(tweet, subscription),
                author(tweet, subscription),
                subscription.moment(tweet.publishedAt()),
                tweet.text(),
                tweet.language(),
                tweet.attachments(),
                inReplyTo(tweet),
                permalink(tweet),
                null,
                false,
                false);
    }

    private static Author author(Tweet tweet, Subscription subscription) {
        var profile = tweet.profile();
        return subscription.isOurs(tweet.author())
                ? new Author.Ourselves(tweet.author(), profile.name(), null)
                : new Author.Customer(
                        tweet.author(), profile.handle(), profile.name(), profile.followers());
    }

    /** A comment stands under a post of ours; a post of our own that answers nobody is a post. */
    private static Surface surface(Tweet tweet, Subscription subscription) {
        if (whose(tweet.parent(), subscription) == Whose.OURS
                || whose(tweet.thread(), subscription) == Whose.OURS) {
            return Surface.COMMENT;
        }
        return tweet.parent() == null && subscription.isOurs(tweet.author())
                ? Surface.POST
                : Surface.MENTION;
    }

    private static Placement placement(Tweet tweet, Subscription subscription) {
        var parent = tweet.parent();
        if (parent == null) {
            return new Placement.Root();
        }
        var reply =
                Placement.Reply.to(
                        Ids.post(parent.id()), whose(parent, subscription), parent.author());
        var thread = tweet.thread();
        return thread == null || thread.id().equals(parent.id())
                ? reply
                : reply.in(Ids.post(thread.id()), whose(thread, subscription), thread.author());
    }

    private static Whose whose(Tweet.@Nullable Other post, Subscription subscription) {
        if (post == null || post.author() == null) {
            return Whose.UNKNOWN;
        }
        return subscription.isOurs(post.author()) ? Whose.OURS : Whose.OTHERS;
    }

    private static @Nullable String inReplyTo(Tweet tweet) {
        var parent = tweet.parent();
        return parent == null ? tweet.quoted() : parent.id();
    }

    /** X leads from any handle to the post's own; {@code i/web} is one that always is. */
    private static @Nullable String permalink(Tweet tweet) {
        if (!NUMBER.matcher(tweet.first()).matches()) {
            return null;
        }
        var handle = tweet.profile().handle();
        var of = handle != null && HANDLE.matcher(handle).matches() ? handle : "i/web";
        return "https://x.com/" + of + "/status/" + tweet.first();
    }
}
