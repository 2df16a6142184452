package earshot.facebook;

import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Surface;
import earshot.webhook.Reading;

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

    static Reading read(Change change) {
        return readUnder(change, Surface.COMMENT, placement(change));
    }

    static Reading readUnder(Change change, Surface surface, Placement placement) {
        var said = Said.of(change);
        return change.told(
                PostName.COMMENT,
                said,
                id -> change.published(id, surface, placement, change.author(), said));
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
