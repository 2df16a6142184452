package earshot.facebook;

import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;

/**
 * Comments under posts on the page, and replies to them.
 *
 * <pre>
 * {"item": "comment", "verb": "add", "comment_id": "POST_REPLY",
 *  "post_id": "PAGE_POST", "parent_id": "POST_COMMENT", "message": "Me too",
 *  "from": {"id": "PSID", "name": "Jon"}, "created_time": 1795165200}
 * </pre>
 *
 * The left half of a comment's id is the post's or, under a picture, that of the picture: the
 * post's id is never taken from there.
 */
final class Comments {
    private Comments() {}

    static Outcome read(Change change) {
        return read(change, Surface.COMMENT, placement(change));
    }

    static Outcome read(Change change, Surface surface, Placement placement) {
        var raw = change.id("comment_id");
        if (raw == null) {
            return change.lacks("comment_id");
        }
        var id = Ids.post(raw);
        return switch (change.verb()) {
            case ADD -> added(change, id, surface, placement);
            case EDIT -> change.edited(id, change.message(), PageAttachments.of(change), null);
            case REMOVE -> change.removed(id);
            case HIDE -> change.hidden(id, true);
            case UNHIDE -> change.hidden(id, false);
            case OTHER -> change.passed();
        };
    }

    private static Outcome added(Change change, PostId id, Surface surface, Placement placement) {
        return change.published(
                id,
                surface,
                placement,
                change.author(),
                change.message(),
                PageAttachments.of(change),
                null);
    }

    /**
     * Nobody says whose the post is, or the comment that this one answers. {@code parent_id} is the
     * post's id for a top-level comment, or absent.
     */
    static Placement placement(Change change) {
        var post = change.id("post_id");
        var parent = change.id("parent_id");
        if (parent == null) {
            return post == null
                    ? new Placement.Root()
                    : Placement.Reply.to(Ids.post(post), Whose.UNKNOWN);
        }
        if (post == null || post.equals(parent)) {
            return Placement.Reply.to(Ids.post(parent), Whose.UNKNOWN);
        }
        return Placement.Reply.to(Ids.post(parent), Whose.UNKNOWN)
                .in(Ids.post(post), Whose.UNKNOWN, null);
    }
}
