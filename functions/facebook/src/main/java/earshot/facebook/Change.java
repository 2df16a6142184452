package earshot.facebook;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Pointer;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.webhook.Reading;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of an entry's {@code changes}: something happened on the page.
 *
 * <pre>
 * {"field": "feed", "value": {
 *   "item": "comment", "verb": "add", "comment_id": "POST_COMMENT",
 *   "post_id": "PAGE_POST", "parent_id": "PAGE_POST",
 *   "from": {"id": "PSID", "name": "Mira"}, "created_time": 1795165200, "message": "Hello"}}
 * </pre>
 */
record Change(Element element, String field, Json value) {
    String item() {
        var item = value.text("item");
        return item == null ? "" : item;
    }

    Verb verb() {
        return Verb.of(value.text("verb"));
    }

    @Nullable String id(String member) {
        return Ids.of(value.get(member));
    }

    boolean namesAuthor() {
        return value.has("from") || value.has("sender_id") || value.has("sender_name");
    }

    /** By {@code from}, or by the members that came before version 2.11 of the Graph API. */
    Author author() {
        var from = value.get("from");
        return from.has("id") || from.has("name")
                ? author(from.get("id"), from.text("name"))
                : author(value.get("sender_id"), value.text("sender_name"));
    }

    /** Us, if the id is our page's. */
    Author author(Json authorId, @Nullable String name) {
        var id = Ids.of(authorId);
        return id != null && id.equals(element.entry().page())
                ? new Author.Ourselves(id, name, null)
                : new Author.Customer(id, null, name, null);
    }

    /**
     * What the verb says became of a post.
     *
     * @param name the member that names the post
     * @param said how it reads now
     * @param added what it means that it is new
     */
    Reading told(PostName name, Said said, Function<PostId, Reading> added) {
        var raw = id(name.member());
        if (raw == null) {
            return lacks(name);
        }
        var id = Ids.post(raw);
        return switch (verb()) {
            case ADD -> added.apply(id);
            case EDIT -> Reading.of(edited(id, said));
            case REMOVE -> Reading.of(new Activity.Deleted(id, changedAt()));
            case HIDE -> Reading.of(new Activity.Hidden(id, changedAt(), true));
            case UNHIDE -> Reading.of(new Activity.Hidden(id, changedAt(), false));
            case OTHER -> ignored(Why.OTHER_VERB);
        };
    }

    Reading published(PostId id, Surface surface, Placement placement, Author author, Said said) {
        return Reading.of(
                new Activity.Published(
                        Post.of(id, account(), surface, placement, author, publishedAt())
                                .text(said.text())
                                .attachments(said.attachments())
                                .inReplyTo(inReplyTo(placement))
                                .permalink(Permalinks.of(value, id))
                                .rating(said.rating())
                                .build()));
    }

    private Activity edited(PostId id, Said said) {
        return new Activity.Edited(
                id, changedAt(), said.text(), said.attachments(), said.rating(), false);
    }

    Reading toFetch(PostId id) {
        var post = id("post_id");
        var under = id.value().equals(post) ? null : post;
        return Reading.of(
                new Pointer(id.network(), kind(), id.value(), account(), under, publishedAt()));
    }

    Reading ignored(Why why) {
        return Reading.ignored(kind(), why);
    }

    /** Nobody misses the id where no post is changed: videos are blocked without one. */
    Reading lacks(PostName name) {
        return verb() == Verb.OTHER ? ignored(Why.OTHER_VERB) : element.unreadable(name.missing());
    }

    String kind() {
        return Kinds.of(field, value.text("item"), value.text("verb"));
    }

    String account() {
        var page = element.entry().page();
        return page == null ? Post.UNKNOWN_ACCOUNT : page;
    }

    /** Some visitors' posts and ratings come without {@code created_time}. */
    private Moment publishedAt() {
        return element.entry().moment(Instants.of(value.get("created_time")));
    }

    /**
     * When it was edited, hidden or removed. Never {@code created_time}, which is the time of the
     * post when a status is edited, and the time of the edit when a comment is.
     */
    private Moment changedAt() {
        return element.entry().moment(Instants.of(value.get("edited_time")));
    }

    private static @Nullable String inReplyTo(Placement placement) {
        return switch (placement) {
            case Placement.Reply reply -> reply.parent().id().value();
            case Placement.Root _, Placement.Direct _ -> null;
        };
    }
}
