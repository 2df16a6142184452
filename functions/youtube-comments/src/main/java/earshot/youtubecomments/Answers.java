package earshot.youtubecomments;

import earshot.domain.post.Author;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.polling.Page;
import earshot.polling.Sighting;
import earshot.webhook.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that the Data API answers with. One element that cannot be read takes none of its
 * siblings along.
 */
final class Answers {
    private static final String NO_COMMENT = "a comment without an id or a time";

    private final Json list;
    private final String channel;
    private final Instant receivedAt;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private Answers(Json list, String channel, Instant receivedAt) {
        this.list = list;
        this.channel = channel;
        this.receivedAt = receivedAt;
    }

    /** Whether it is a list at all: what is none must not pass for an empty one. */
    static boolean isList(Json answer) {
        return answer.get("items") instanceof JsonArray;
    }

    /**
     * A {@code youtube#commentThreadListResponse}.
     *
     * <pre>
     * {"nextPageToken": "..", "items": [{"snippet": {"videoId": "..", "totalReplyCount": 7,
     *   "topLevelComment": {..}}, "replies": {"comments": [{..}]}}]}
     * </pre>
     */
    static Page threads(Json list, String channel, Instant receivedAt) {
        var answers = new Answers(list, channel, receivedAt);
        list.items("items").forEach(answers::thread);
        return answers.page();
    }

    /** A {@code youtube#commentListResponse}: the answers under one comment. */
    static Page replies(Json list, String channel, Sighting root, Instant receivedAt) {
        var answers = new Answers(list, channel, receivedAt);
        var top = root.post().id();
        var by = root.post().author();
        var video = root.post().inReplyTo();
        list.items("items").forEach(reply -> answers.reply(reply, reply, top, by, video));
        return answers.page();
    }

    private void thread(Json thread) {
        var snippet = thread.get("snippet");
        var top = comment(snippet.get("topLevelComment"));
        if (top == null) {
            unreadable.add(alone(thread));
            return;
        }
        var video = video(snippet, top);
        var count = Objects.requireNonNullElse(snippet.integer("totalReplyCount"), 0L);
        sightings.add(top.top(video, Math.clamp(count, 0, Integer.MAX_VALUE)));
        for (var reply : thread.get("replies").items("comments")) {
            reply(reply, thread, top.id(), top.author(), video);
        }
    }

    private void reply(Json reply, Json element, PostId top, Author by, @Nullable String video) {
        var comment = comment(reply);
        if (comment == null) {
            unreadable.add(alone(element));
        } else {
            sightings.add(comment.under(top, by, video));
        }
    }

    private @Nullable Comment comment(Json comment) {
        try {
            return Comment.of(comment, channel, receivedAt);
        } catch (IllegalArgumentException _) {
            // An id that is longer than ids may be.
            return null;
        }
    }

    /** The thread names it, or its comment alone. */
    private static @Nullable String video(Json snippet, Comment top) {
        var named = snippet.text("videoId");
        var video = named == null ? top.snippet().text("videoId") : named;
        return video == null || video.isEmpty() ? null : video;
    }

    private Unreadable alone(Json element) {
        var kind = Json.object().with("kind", list.text("kind"));
        return new Unreadable(NO_COMMENT, kind.withItems("items", List.of(element)).build());
    }

    private Page page() {
        var next = list.text("nextPageToken");
        return new Page(list, sightings, unreadable, next == null || next.isEmpty() ? null : next);
    }
}
