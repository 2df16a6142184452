package earshot.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.webhook.Delivery;
import earshot.webhook.Reading;
import java.time.Instant;
import java.util.Map;

/** Pushes for tests, and what is read of them. */
final class Read {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Read() {}

    static Reading feed(String elements) {
        return body(
                """
                <feed xmlns='http://www.w3.org/2005/Atom'
                      xmlns:yt='http://www.youtube.com/xml/schemas/2015'
                      xmlns:at='http://purl.org/atompub/tombstones/1.0'>
                  <link rel='self'
                        href='https://www.youtube.com/xml/feeds/videos.xml?channel_id=UC_ours'/>
                  %s
                </feed>"""
                        .formatted(elements));
    }

    static Reading entry(String content) {
        return feed("<entry>" + content + "</entry>");
    }

    static Reading body(String body) {
        return bytes(body.getBytes(UTF_8));
    }

    static Reading bytes(byte[] body) {
        return new YoutubeConnector().read(new Delivery(NOON, "r1", Map.of(), body, null));
    }

    static int elements(Reading reading) {
        return reading.activities().size()
                + reading.toFetch().size()
                + reading.unreadable().size()
                + reading.ignored().size();
    }
}
