package earshot.facebook;

import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;

/**
 * Posts on the page, by visitors and by us.
 *
 * <pre>
 * {"item": "status", "verb": "add", "post_id": "PAGE_POST",
 *  "from": {"id": "PSID", "name": "Mira"}, "message": "Hello", "published": 1,
 *  "photos": ["https://..."], "created_time": 1795165200}
 * </pre>
 */
final class PagePosts {
    private PagePosts() {}

    static Outcome read(Change change) {
        return read(change, "post_id");
    }

    /**
     * An album is one post with all its pictures. Facebook mostly names no post for it; its own id
     * then serves.
     */
    static Outcome readAlbum(Change change) {
        return read(change, change.id("post_id") == null ? "album_id" : "post_id");
    }

    private static Outcome read(Change change, String idMember) {
        var raw = change.id(idMember);
        if (raw == null) {
            return change.lacks(idMember);
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

    private static Outcome added(Change change, PostId id) {
        var author = author(change);
        if (isBareShare(change, author)) {
            return change.ignored("a post passed on without a word is no post");
        }
        return change.published(
                id,
                Surface.POST,
                new Placement.Root(),
                author,
                change.message(),
                PageAttachments.of(change),
                null);
    }

    /**
     * Only a page's own people can write what is not published (advertisements, drafts). It is
     * recorded like any post of ours, so that comments under an advertisement find their parent.
     */
    private static Author author(Change change) {
        var published = change.value().integer("published");
        if (published == null || published != 0) {
            return change.author();
        }
        return new Author.Ourselves(change.account(), null, null);
    }

    /** Somebody passed a post on and said nothing: no post. */
    private static boolean isBareShare(Change change, Author author) {
        var message = change.message();
        return change.item().equals("share")
                && author instanceof Author.Customer
                && (message == null || message.isBlank());
    }
}
