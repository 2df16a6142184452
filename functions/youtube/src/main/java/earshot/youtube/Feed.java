package earshot.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one push says: of one channel.
 *
 * @param provedFor the channel whose own secret proved the delivery; null when it serves all
 */
record Feed(Markup root, @Nullable String provedFor, Instant receivedAt) {
    /** What Atom (RFC 4287) says of a feed itself. */
    private static final Set<String> OF_THE_FEED =
            Set.of(
                    "author",
                    "category",
                    "contributor",
                    "generator",
                    "icon",
                    "id",
                    "link",
                    "logo",
                    "rights",
                    "subtitle",
                    "title",
                    "updated");

    /** All that is not said of the feed itself. */
    List<Markup> elements() {
        return root.children().stream().filter(child -> !isOfTheFeed(child)).toList();
    }

    private static boolean isOfTheFeed(Markup child) {
        var name = child.name();
        return name.space().equals(Name.ATOM) && OF_THE_FEED.contains(name.local());
    }

    /** The channel that we asked for, by the feed's own address; null where nothing names it. */
    @Nullable String channel() {
        for (var link : root.children()) {
            if (link.name().equals(Name.atom("link")) && link.attribute("rel").equals("self")) {
                var channel = Channel.ofTopic(link.attribute("href"));
                return channel == null ? provedFor : channel;
            }
        }
        return provedFor;
    }

    /** A delivery of that one element and nothing else. */
    String alone(Markup element) {
        List<Markup> content = new ArrayList<>();
        root.children().stream().filter(Feed::isOfTheFeed).forEach(content::add);
        content.add(element);
        return XmlWriter.write(root.with(content));
    }
}
