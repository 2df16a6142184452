package earshot.domain.cases;

import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One post as the case table keeps it, for ever: what the network said first, every version since,
 * and how it ended. Entries begin by {@link #of} and grow by {@link #after}; the order of what
 * happened does not matter.
 *
 * @param post as it was first read
 * @param accounts the accounts of ours that it reached, sorted
 * @param surface the first by precedence that any delivery gave
 * @param versions at least the first, oldest first
 * @param deletedAt the earliest deletion; a tombstone stays one
 * @param visibility the newest hide or unhide
 * @param engagement absolute counts, the largest known
 * @param rev counts the writes of this entry, for conditional ones
 */
public record Entry(
        Post post,
        List<String> accounts,
        Surface surface,
        Side side,
        Ruling ruling,
        List<PostVersion> versions,
        @Nullable Instant deletedAt,
        @Nullable Visibility visibility,
        Map<String, Long> engagement,
        boolean truncated,
        long rev) {
    /** More versions than this are not kept: the first and the newest always are. */
    public static final int MOST_VERSIONS = 20;

    /** The newest thing said about who may see a post. */
    public record Visibility(Instant at, boolean hidden) {}

    public Entry {
        accounts = List.copyOf(accounts);
        versions = List.copyOf(versions);
        engagement = Map.copyOf(engagement);
    }

    /** The entry of a post that nothing has happened to yet. */
    public static Entry of(Post post, Side side, Ruling ruling) {
        return new Change(post, side, ruling).done();
    }

    public PostId id() {
        return post.id();
    }

    public PostOrder order() {
        return new PostOrder(post.published().at(), side.isOurs(), post.id().value());
    }

    public boolean isLive() {
        return deletedAt == null;
    }

    /** Whether it asks for a case: no rule ignored it, and it is not history. */
    boolean counts() {
        return ruling.treatment().counts();
    }

    public @Nullable String text() {
        return versions.getLast().text();
    }

    /** The newest rating that any version gave. */
    public @Nullable Rating rating() {
        for (var version : versions.reversed()) {
            if (version.rating() != null) {
                return version.rating();
            }
        }
        return null;
    }

    public boolean isHidden() {
        return visibility != null && visibility.hidden();
    }

    /** When the newest version began to be, where there is more than one. */
    public @Nullable Instant editedAt() {
        return versions.size() > 1 ? versions.getLast().at() : null;
    }

    /** This entry with one more thing known; itself when that changes nothing. */
    public Entry after(Activity activity) {
        return switch (activity) {
            case Activity.Published published -> seenAgain(published.post());
            case Activity.Edited edited -> edited(edited);
            case Activity.Deleted deleted -> deleted(deleted.when().at());
            case Activity.Hidden hidden -> shown(hidden.when().at(), hidden.hidden());
            case Activity.Engaged engaged -> engaged(engaged.counts());
        };
    }

    /** The first reading stays; another delivery may add an account, a surface, an author. */
    private Entry seenAgain(Post again) {
        var all = new TreeSet<>(accounts);
        all.add(again.account());
        var first =
                post.author() instanceof Author.Customer known
                                && again.author() instanceof Author.Customer other
                        ? by(known.filledBy(other))
                        : post;
        var seen =
                change().post(first)
                        .accounts(List.copyOf(all))
                        .surface(surface.or(again.surface()))
                        .done();
        return seen.equals(this) ? this : seen;
    }

    private Post by(Author author) {
        return new Post(
                post.id(),
                post.account(),
                post.surface(),
                post.placement(),
                author,
                post.published(),
                post.text(),
                post.language(),
                post.attachments(),
                post.inReplyTo(),
                post.permalink(),
                post.rating(),
                post.backfilled(),
                post.truncated());
    }

    /** An edit that changes nothing makes no version, but moves the end of the one it confirms. */
    private Entry edited(Activity.Edited edit) {
        var first = versions.getFirst();
        var at = edit.when().at().isBefore(first.at()) ? first.at() : edit.when().at();
        var said = new PostVersion(at, at, edit.text(), edit.attachments(), edit.rating());
        var all = PostVersions.with(versions, said);
        int surplus = Math.max(0, all.size() - MOST_VERSIONS);
        var kept = new ArrayList<>(all);
        kept.subList(1, 1 + surplus).clear();
        var next =
                change().versions(kept)
                        .truncated(truncated || edit.truncated() || surplus > 0)
                        .done();
        return next.equals(this) ? this : next;
    }

    private Entry deleted(Instant at) {
        return deletedAt == null || at.isBefore(deletedAt) ? change().deletedAt(at).done() : this;
    }

    private Entry shown(Instant at, boolean hidden) {
        if (visibility != null
                && (at.isBefore(visibility.at())
                        || (at.equals(visibility.at()) && (visibility.hidden() || !hidden)))) {
            return this;
        }
        return change().visibility(new Visibility(at, hidden)).done();
    }

    private Entry engaged(Map<String, Long> counts) {
        var most = new TreeMap<>(engagement);
        counts.forEach((word, count) -> most.merge(word, count, Math::max));
        return most.equals(engagement) ? this : change().engagement(most).done();
    }

    /** A copy to change. */
    public Change change() {
        return new Change(this);
    }

    /** An entry in the making: every part as it was until it is set. */
    public static final class Change {
        private final Side side;
        private final Ruling ruling;
        private Post post;
        private List<String> accounts;
        private Surface surface;
        private List<PostVersion> versions;
        private @Nullable Instant deletedAt;
        private @Nullable Visibility visibility;
        private Map<String, Long> engagement;
        private boolean truncated;
        private long rev;

        private Change(Post of, Side side, Ruling ruling) {
            this.side = side;
            this.ruling = ruling;
            post = of;
            accounts = List.of(of.account());
            surface = of.surface();
            versions = List.of(PostVersion.first(of));
            engagement = Map.of();
            truncated = of.truncated();
            rev = 1;
        }

        private Change(Entry of) {
            side = of.side;
            ruling = of.ruling;
            post = of.post;
            accounts = of.accounts;
            surface = of.surface;
            versions = of.versions;
            deletedAt = of.deletedAt;
            visibility = of.visibility;
            engagement = of.engagement;
            truncated = of.truncated;
            rev = of.rev;
        }

        private Change post(Post now) {
            post = now;
            return this;
        }

        public Change accounts(List<String> now) {
            accounts = now;
            return this;
        }

        public Change surface(Surface now) {
            surface = now;
            return this;
        }

        public Change versions(List<PostVersion> now) {
            versions = now;
            return this;
        }

        public Change deletedAt(@Nullable Instant now) {
            deletedAt = now;
            return this;
        }

        public Change visibility(@Nullable Visibility now) {
            visibility = now;
            return this;
        }

        public Change engagement(Map<String, Long> now) {
            engagement = now;
            return this;
        }

        public Change truncated(boolean now) {
            truncated = now;
            return this;
        }

        public Change rev(long now) {
            rev = now;
            return this;
        }

        public Entry done() {
            return new Entry(
                    post,
                    accounts,
                    surface,
                    side,
                    ruling,
                    versions,
                    deletedAt,
                    visibility,
                    engagement,
                    truncated,
                    rev);
        }
    }
}
