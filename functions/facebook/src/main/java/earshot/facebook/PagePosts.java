package earshot.facebook;

import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.webhook.Reading;

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

    static Reading read(Change change) {
        return readNamed(change, PostName.POST);
    }

    /**
     * An album is one post with all its pictures. Facebook mostly names no post for it; its own id
     * then serves.
     */
    static Reading readAlbum(Change change) {
        return readNamed(change, change.id("post_id") == null ? PostName.ALBUM : PostName.POST);
    }

    private static Reading readNamed(Change change, PostName name) {
        var said = Said.of(change);
        return change.told(name, said, id -> added(change, id, said));
    }

    private static Reading added(Change change, PostId id, Said said) {
        var author = author(change);
        return isBareShare(change, author, said)
                ? change.ignored(Why.BARE_SHARE)
                : change.published(id, Surface.POST, new Placement.Root(), author, said);
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
    private static boolean isBareShare(Change change, Author author, Said said) {
        var message = said.text();
        return change.item().equals("share")
                && author instanceof Author.Customer
                && (message == null || message.isBlank());
    }
}
