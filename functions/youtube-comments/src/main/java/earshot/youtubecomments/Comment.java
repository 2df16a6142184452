package earshot.youtubecomments;

import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.polling.Fingerprint;
import earshot.polling.Sighting;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comment, at the top of a thread or under it.
 *
 * <pre>
 * {"id": "Ugw..AaABAg.9xyz", "snippet": {
 *   "authorDisplayName": "Mira", "authorChannelId": {"value": "UC.."},
 *   "videoId": "F1UP..", "parentId": "Ugw..AaABAg",
 *   "textDisplay": "Lot&amp;#39;s of &lt;b&gt;light&lt;/b&gt;", "textOriginal": "Lot's of *light*",
 *   "publishedAt": "2026-11-20T09:00:00.000Z", "updatedAt": "2026-11-20T09:00:00.000Z"}}
 * </pre>
 *
 * @param id of the comment
 * @param channel ours, under whose videos it stands
 */
record Comment(PostId id, String channel, Json snippet, Instant receivedAt) {
    static final Network YOUTUBE = new Network("youtube");

    /**
     * @return null where it lacks what a post cannot do without: an id, an author's or network's
     *     word on when it was published
     */
    static @Nullable Comment of(Json comment, String channel, Instant receivedAt) {
        var id = comment.text("id");
        var snippet = comment.get("snippet");
        return id == null || id.isEmpty() || instant(snippet.text("publishedAt")) == null
                ? null
                : new Comment(new PostId(YOUTUBE, id), channel, snippet, receivedAt);
    }

    /** Who wrote it may be missing. */
    boolean isOurs() {
        return channel.equals(authorId());
    }

    /**
     * At the top of a thread: under a video of ours, or about the channel as a whole.
     *
     * @param video null where the thread names none
     * @param answers as the thread counts them
     */
    Sighting top(@Nullable String video, int answers) {
        var placement =
                video == null
                        ? new Placement.Root()
                        : Placement.Reply.to(new PostId(YOUTUBE, video), Whose.OURS);
        return sighting(placement, video, video, id.value(), answers);
    }

    /**
     * An answer in the thread of another comment; YouTube knows no answers to answers.
     *
     * @param by who wrote the comment at the top
     */
    Sighting under(PostId top, Author by, @Nullable String video) {
        var placement =
                switch (by) {
                    case Author.Ourselves _ -> Placement.Reply.to(top, Whose.OURS);
                    case Author.Customer(var id, _, _, _) ->
                            Placement.Reply.to(top, id == null ? Whose.UNKNOWN : Whose.OTHERS, id);
                };
        return sighting(placement, top.value(), video, top.value(), 0);
    }

    private Sighting sighting(
            Placement placement,
            @Nullable String inReplyTo,
            @Nullable String video,
            String root,
            int answers) {
        var published = Moment.of(instant(snippet.text("publishedAt")), receivedAt);
        var updated = instant(snippet.text("updatedAt"));
        var text = text();
        var post =
                new Post(
                        id,
                        channel,
                        Surface.COMMENT,
                        placement,
                        author(),
                        published,
                        text,
                        null,
                        List.of(),
                        inReplyTo,
                        permalink(video),
                        null,
                        false,
                        false);
        return new Sighting(
                post,
                updated == null ? published : Moment.of(updated, receivedAt),
                Fingerprint.of(Objects.requireNonNullElse(text, ""), String.valueOf(updated)),
                root,
                answers);
    }

    /** What was typed is shown to the author only; everybody else gets it as HTML. */
    private @Nullable String text() {
        var original = snippet.text("textOriginal");
        var display = snippet.text("textDisplay");
        return original != null || display == null ? original : Plain.text(display);
    }

    Author author() {
        var name = snippet.text("authorDisplayName");
        return isOurs()
                ? new Author.Ourselves(channel, name, null)
                : new Author.Customer(authorId(), null, name, null);
    }

    private @Nullable String authorId() {
        var id = snippet.get("authorChannelId").text("value");
        return id == null || id.isEmpty() ? null : id;
    }

    private @Nullable String permalink(@Nullable String video) {
        return video == null
                ? null
                : "https://www.youtube.com/watch?v=" + video + "&lc=" + id.value();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
