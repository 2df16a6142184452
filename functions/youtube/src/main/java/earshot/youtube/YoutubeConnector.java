package earshot.youtube;

import earshot.domain.post.Network;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.Reading;
import earshot.webhook.Signature;

/**
 * YouTube's dialect: the feed of a channel's videos, pushed by a WebSub hub.
 *
 * <pre>
 * &lt;feed xmlns="http://www.w3.org/2005/Atom"&gt;
 *   &lt;link rel="self" href="https://www.youtube.com/xml/feeds/videos.xml?channel_id=UC.."/&gt;
 *   &lt;entry&gt;..&lt;/entry&gt;
 *   &lt;at:deleted-entry ref="yt:video:..." when="..."/&gt;
 * &lt;/feed&gt;
 * </pre>
 *
 * None, one or several entries come at once, and each possibly again.
 */
public final class YoutubeConnector implements Connector {
    static final Network YOUTUBE = new Network("youtube");

    private static final Name ENTRY = Name.atom("entry");
    private static final Name DELETED = new Name(Name.TOMBSTONES, "deleted-entry");

    @Override
    public Network network() {
        return YOUTUBE;
    }

    @Override
    public Handshake handshake() {
        return new Handshake.WebSub(secret());
    }

    @Override
    public Signature signature() {
        return new Signature.WebSub(secret());
    }

    @Override
    public Reading read(Delivery delivery) {
        try {
            return readFeed(XmlReader.read(delivery.body()), delivery);
        } catch (XmlException e) {
            return Reading.unreadable(e.why());
        }
    }

    private String secret() {
        return setting("HUB_SECRET");
    }

    private static Reading readFeed(Markup root, Delivery delivery) {
        if (!root.name().equals(Name.atom("feed"))) {
            return Reading.unreadable(Why.NO_FEED);
        }
        var feed = new Feed(root, delivery.account(), delivery.receivedAt());
        var reading = new Reading.Builder();
        for (var element : feed.elements()) {
            reading.add(readElement(new Element(feed, element)));
        }
        if (feed.elements().isEmpty()) {
            reading.add(Reading.ignored("feed", Why.EMPTY_FEED));
        }
        return reading.build();
    }

    private static Reading readElement(Element element) {
        var name = element.content().name();
        if (name.equals(ENTRY)) {
            return new Video(element).read();
        }
        return name.equals(DELETED)
                ? Tombstone.read(element)
                : Reading.ignored("feed/" + name.local(), Why.OTHER_ELEMENT);
    }
}
