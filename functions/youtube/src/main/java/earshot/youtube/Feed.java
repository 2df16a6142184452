package earshot.youtube;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one push says: of one channel.
 *
 * @param provedFor the channel whose own secret proved the delivery; null when it serves all
 */
record Feed(Markup root, @Nullable String provedFor, Instant receivedAt) {
    private static final int LONGEST_ADDRESS = 2048;

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
        var channel = address().map(link -> Channel.ofTopic(link.attribute("href"))).orElse(null);
        return channel == null ? provedFor : channel;
    }

    private Optional<Markup> address() {
        return root.children().stream()
                .filter(child -> child.name().equals(Name.atom("link")))
                .filter(link -> link.attribute("rel").equals("self"))
                .filter(link -> link.attribute("href").length() <= LONGEST_ADDRESS)
                .findFirst();
    }

    /** A delivery of that one element, with what it needs of the feed, and nothing else. */
    String alone(Markup element) {
        var content = Stream.concat(address().stream(), Stream.of(element)).toList();
        return XmlWriter.write(new Markup(root.name(), Map.of(), List.copyOf(content)));
    }
}
