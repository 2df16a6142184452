package earshot.facebook;

import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;

/**
 * The field {@code mention}: a post or comment, mostly elsewhere, that names the page.
 *
 * <pre>
 * {"item": "comment", "verb": "add", "post_id": "OWNER_POST", "comment_id": "POST_COMMENT",
 *  "message": "Ask them", "created_time": 1795165200}
 * </pre>
 *
 * Today's form names no author, so that nobody could say whether it is a customer's or ours: it is
 * to be fetched. The form of before 2018 had {@code sender_id} and is read at once.
 */
final class Mentions {
    private Mentions() {}

    static Outcome read(Change change) {
        var member = isComment(change) ? "comment_id" : "post_id";
        var raw = change.id(member);
        if (raw == null) {
            return change.lacks(member);
        }
        var id = Ids.post(raw);
        return switch (change.verb()) {
            case ADD -> added(change, id);
            case EDIT -> change.edited(id, change.message(), PageAttachments.of(change), null);
            case REMOVE -> change.removed(id);
            case HIDE -> change.hidden(id, true);
            case UNHIDE -> change.hidden(id, false);
            case OTHER -> change.passed();
        };
    }

    private static boolean isComment(Change change) {
        return change.item().equals("comment") || change.id("comment_id") != null;
    }

    private static Outcome added(Change change, PostId id) {
        if (!change.namesAuthor()) {
            return change.toFetch(id);
        }
        return change.published(
                id,
                Surface.MENTION,
                placement(change),
                change.author(),
                change.message(),
                PageAttachments.of(change),
                null);
    }

    /**
     * Under a post on our page it is placed as the field {@code feed} places it, which tells of it
     * too. Elsewhere it belongs to the stranger's post.
     */
    private static Placement placement(Change change) {
        var post = change.id("post_id");
        if (!isComment(change)) {
            return new Placement.Root();
        }
        return post == null || post.startsWith(change.account() + "_")
                ? Comments.placement(change)
                : elsewhere(change, Ids.post(post));
    }

    private static Placement elsewhere(Change change, PostId post) {
        var parent = change.id("parent_id");
        return parent == null || parent.equals(post.value())
                ? Placement.Reply.to(post, Whose.OTHERS)
                : Placement.Reply.to(Ids.post(parent), Whose.UNKNOWN).in(post, Whose.OTHERS, null);
    }
}
