package earshot.facebook;

import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code ratings}: ratings and recommendations of the page, and the comments under them.
 */
final class Ratings {
    private Ratings() {}

    static Outcome read(Change change) {
        return switch (change.item()) {
            case "rating" -> readRating(change);
            case "comment" -> readComment(change);
            default -> change.ignored(Feed.NO_POST);
        };
    }

    /**
     * A rating has no post's id; its story's id, one of Facebook's own, is its name.
     *
     * <pre>
     * {"item": "rating", "verb": "add", "open_graph_story_id": 904801129604590,
     *  "reviewer_id": 705955836155788, "reviewer_name": "Mira", "review_text": "Late again",
     *  "recommendation_type": "NEGATIVE", "rating": 1, "created_time": 1795165200}
     * </pre>
     */
    static Outcome readRating(Change change) {
        var raw = change.id("open_graph_story_id");
        if (raw == null) {
            return change.lacks("open_graph_story_id");
        }
        var id = Ids.post(raw);
        return switch (change.verb()) {
            case ADD -> added(change, id);
            case EDIT -> change.edited(id, text(change), List.of(), rating(change));
            case REMOVE -> change.removed(id);
            case HIDE -> change.hidden(id, true);
            case UNHIDE -> change.hidden(id, false);
            case OTHER -> change.passed();
        };
    }

    private static Outcome added(Change change, PostId id) {
        var value = change.value();
        var author =
                value.has("reviewer_id")
                        ? change.author(value.get("reviewer_id"), value.text("reviewer_name"))
                        : change.author();
        return change.published(
                id,
                Surface.REVIEW,
                new Placement.Root(),
                author,
                text(change),
                List.of(),
                rating(change));
    }

    private static @Nullable String text(Change change) {
        return change.value().text("review_text");
    }

    /** Recommendations took the place of stars in 2018; where both are sent, they hold. */
    private static @Nullable Rating rating(Change change) {
        return switch (change.value().text("recommendation_type")) {
            case "POSITIVE" -> Rating.of(1, 1);
            case "NEGATIVE" -> Rating.of(0, 1);
            case null, default -> stars(change.value().integer("rating"));
        };
    }

    private static @Nullable Rating stars(@Nullable Long stars) {
        return stars != null && stars >= 1 && stars <= 5 ? Rating.of(stars, 5) : null;
    }

    /**
     * A comment under a review belongs to the review's conversation, whoever writes it.
     *
     * <pre>
     * {"item": "comment", "verb": "add", "comment_id": "STORY_COMMENT",
     *  "post_id": "REVIEWER_STORY", "parent_id": "REVIEWER_STORY", "open_graph_story_id": "..",
     *  "sender_id": 705955836155788, "sender_name": "Mira", "created_time": 1795165200}
     * </pre>
     */
    private static Outcome readComment(Change change) {
        var review = review(change);
        return review == null
                ? change.lacks("post_id")
                : Comments.read(change, Surface.REVIEW, placement(change, review));
    }

    /**
     * The left half of {@code post_id} is another id of the reviewer's than the rating tells. The
     * right half is the story's; deliveries were recorded whose {@code open_graph_story_id} was
     * not.
     */
    private static @Nullable PostId review(Change change) {
        var post = change.id("post_id");
        var story = post == null ? change.id("open_graph_story_id") : Ids.rightHalf(post);
        return story == null ? null : Ids.post(story);
    }

    private static Placement placement(Change change, PostId review) {
        var parent = change.id("parent_id");
        return parent == null || parent.equals(change.id("post_id"))
                ? Placement.Reply.to(review, Whose.OTHERS)
                : Placement.Reply.to(Ids.post(parent), Whose.UNKNOWN)
                        .in(review, Whose.OTHERS, null);
    }
}
