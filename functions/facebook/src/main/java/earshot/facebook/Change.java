package earshot.facebook;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Pointer;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import earshot.json.Json;
import java.util.List;
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
    private static final String NO_PAGE = "unknown";

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

    @Nullable String message() {
        return value.text("message");
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

    Outcome published(
            PostId id,
            Surface surface,
            Placement placement,
            Author author,
            @Nullable String text,
            List<Attachment> attachments,
            @Nullable Rating rating) {
        var post =
                new Post(
                        id,
                        account(),
                        surface,
                        placement,
                        author,
                        publishedAt(),
                        text,
                        null,
                        attachments,
                        inReplyTo(placement),
                        Permalinks.of(value, id),
                        rating,
                        false,
                        false);
        return new Outcome.Happened(new Activity.Published(post));
    }

    Outcome edited(
            PostId id,
            @Nullable String text,
            List<Attachment> attachments,
            @Nullable Rating rating) {
        return new Outcome.Happened(
                new Activity.Edited(id, changedAt(), text, attachments, rating, false));
    }

    Outcome removed(PostId id) {
        return new Outcome.Happened(new Activity.Deleted(id, changedAt()));
    }

    Outcome hidden(PostId id, boolean hidden) {
        return new Outcome.Happened(new Activity.Hidden(id, changedAt(), hidden));
    }

    Outcome toFetch(PostId id) {
        var post = id("post_id");
        var under = id.value().equals(post) ? null : post;
        return new Outcome.Thin(
                new Pointer(id.network(), kind(), id.value(), account(), under, publishedAt()));
    }

    Outcome ignored(String reason) {
        return Outcome.ignored(kind(), reason);
    }

    /** A verb that changes no post: {@code block}, {@code mute}, {@code follow} and others. */
    Outcome passed() {
        return ignored("a verb that changes no post");
    }

    /** Where the id is missing: videos are blocked without one. */
    Outcome lacks(String member) {
        return verb() == Verb.OTHER ? passed() : element.unreadable("no " + member);
    }

    String kind() {
        return Kinds.of(field, value.text("item"), value.text("verb"));
    }

    String account() {
        var page = element.entry().page();
        return page == null ? NO_PAGE : page;
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
