package earshot.youtube;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.webhook.NetworkTime;
import earshot.webhook.Reading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A video that was published, or whose title changed: the two look the same.
 *
 * <pre>
 * &lt;entry&gt;
 *   &lt;id&gt;yt:video:ID&lt;/id&gt; &lt;yt:videoId&gt;ID&lt;/yt:videoId&gt; &lt;yt:channelId&gt;UC..&lt;/yt:channelId&gt;
 *   &lt;title&gt;How to ship a guitar&lt;/title&gt;
 *   &lt;link rel="alternate" href="https://www.youtube.com/watch?v=ID"/&gt;
 *   &lt;author&gt;&lt;name&gt;Channel&lt;/name&gt;&lt;uri&gt;https://www.youtube.com/channel/UC..&lt;/uri&gt;&lt;/author&gt;
 *   &lt;published&gt;2015-03-06T21:40:57+00:00&lt;/published&gt;
 *   &lt;updated&gt;2015-03-09T19:05:24.552394234+00:00&lt;/updated&gt;
 * &lt;/entry&gt;
 * </pre>
 */
record Video(Element element) {
    /** A video that is new was updated within seconds of its publication. */
    private static final Duration NEW = Duration.ofMinutes(1);

    Reading read() {
        return switch (subject()) {
            case Subject.Video(var id) -> Reading.of(activities(id));
            case Subject.Other(var kind) -> element.ignored(kind);
            case Subject.Unnamed() -> element.unreadable(Why.NO_VIDEO);
        };
    }

    private Subject subject() {
        var id = entry().word(new Name(Name.YT, "videoId"));
        return id == null ? Subject.of(entry().word(Name.atom("id"))) : Subject.ofVideo(id);
    }

    private Markup entry() {
        return element.content();
    }

    /**
     * A push says how the video reads now, and may be the first that we see of it or the last: so
     * it both publishes the video and edits it, and either changes nothing where it is known.
     */
    private List<Activity> activities(PostId id) {
        var edited = edited(id);
        return edited == null ? List.of(published(id)) : List.of(published(id), edited);
    }

    private Activity published(PostId id) {
        var published = instant("published");
        var at = published == null ? instant("updated") : published;
        return new Activity.Published(
                Post.of(id, account(), Surface.POST, new Placement.Root(), author(), moment(at))
                        .text(title())
                        .permalink(permalink(id))
                        .build());
    }

    private @Nullable Activity edited(PostId id) {
        var published = instant("published");
        var updated = instant("updated");
        var title = title();
        boolean isEdit =
                published != null && updated != null && updated.isAfter(published.plus(NEW));
        return isEdit && title != null
                ? new Activity.Edited(id, moment(updated), title, List.of(), null, false)
                : null;
    }

    private @Nullable Instant instant(String name) {
        return NetworkTime.iso(entry().word(Name.atom(name)));
    }

    private Moment moment(@Nullable Instant at) {
        return Moment.of(at, element.feed().receivedAt());
    }

    private @Nullable String title() {
        return entry().text(Name.atom("title"));
    }

    /** The channel whose feed we asked for. */
    private String account() {
        var asked = element.feed().channel();
        return Objects.requireNonNullElse(asked == null ? channel() : asked, Post.UNKNOWN_ACCOUNT);
    }

    private @Nullable String channel() {
        var named = Channel.of(entry().word(new Name(Name.YT, "channelId")));
        return named == null ? Channel.ofPage(ofAuthor("uri")) : named;
    }

    /** Our feed may hold a video of somebody else's channel. */
    private Author author() {
        var channel = Objects.requireNonNullElse(channel(), account());
        return channel.equals(account())
                ? new Author.Ourselves(channel, ofAuthor("name"), null)
                : new Author.Customer(channel, null, ofAuthor("name"), null);
    }

    private @Nullable String ofAuthor(String name) {
        var author = entry().child(Name.atom("author"));
        return author == null ? null : author.word(Name.atom(name));
    }

    private String permalink(PostId id) {
        return entry().children().stream()
                .filter(child -> child.name().equals(Name.atom("link")))
                .filter(link -> link.attribute("rel").equals("alternate"))
                .map(link -> link.attribute("href"))
                .filter(href -> href.startsWith("https://") || href.startsWith("http://"))
                .findFirst()
                .orElseGet(
                        () ->
                                "https://www.youtube.com/watch?v="
                                        + URLEncoder.encode(id.value(), StandardCharsets.UTF_8));
    }
}
