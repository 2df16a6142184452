package earshot.facebook;

import earshot.webhook.Reading;

/**
 * The field {@code feed}: what happens on the page, told by {@code item} and {@code verb}.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed">the
 *     field's reference</a>
 */
final class Feed {
    private Feed() {}

    static Reading read(Change change) {
        return switch (change.item()) {
            case "post", "status", "note", "link", "question", "story", "platform-story" ->
                    PagePosts.read(change);
            case "photo", "picture", "photo-album", "video", "share", "milestone" ->
                    PagePosts.read(change);
            case "album" -> PagePosts.readAlbum(change);
            case "comment" -> Comments.read(change);
            case "rating" -> Ratings.readRating(change);
            case "mention" -> Mentions.read(change);
            case "reaction", "like" -> change.ignored(Why.REACTION);
            // Events, coupons, groups, profiles, tags, and what Facebook may yet invent.
            default -> change.ignored(Why.OTHER_ITEM);
        };
    }
}
