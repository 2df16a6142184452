package earshot.polling;

import earshot.casebook.Seen;
import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as a network's answer shows it: polled posts are seen again and again, and only what is
 * new of them happened.
 *
 * @param post whether it is {@code backfilled} is decided behind the network
 * @param changed when it was last changed, by the network's word; when it was published where it
 *     never was
 * @param fingerprint of all that an edit may change, short; equal for what reads the same
 * @param root the id of the first post of its thread, which may be its own
 * @param children how many answers the network counts in the thread; 0 but for its first post
 */
public record Sighting(Post post, Moment changed, String fingerprint, String root, int children) {
    String id() {
        return post.id().value();
    }

    boolean isRoot() {
        return root.equals(id());
    }

    Instant published() {
        return post.published().at();
    }

    /**
     * What happened since it was seen.
     *
     * @param known as it was seen last; null for never
     * @param connectedAt posts from before it are history that is filled in
     */
    List<Activity> since(@Nullable Seen known, Instant connectedAt, Instant now) {
        if (known == null) {
            return appeared(connectedAt);
        }
        return known.fingerprint().equals(fingerprint) ? List.of() : List.of(edited(now));
    }

    /**
     * It may have been sent before and forgotten in a crash, and changed in between: the first
     * reading of a post stays, so an edited one is told as an edit too.
     */
    private List<Activity> appeared(Instant connectedAt) {
        var published = new Activity.Published(from(connectedAt));
        return changed.at().isAfter(published())
                ? List.of(published, edited(changed))
                : List.of(published);
    }

    /** A changed post whose network tells no time of the change was changed by now. */
    private Activity edited(Instant now) {
        return edited(changed.at().isAfter(published()) ? changed : Moment.of(null, now));
    }

    private Activity edited(Moment when) {
        return new Activity.Edited(
                post.id(), when, post.text(), post.attachments(), post.rating(), post.truncated());
    }

    private Post from(Instant connectedAt) {
        return post.change().backfilled(published().isBefore(connectedAt)).build();
    }
}
