package earshot.youtube;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.webhook.NetworkTime;
import earshot.webhook.Reading;

/**
 * A video that is gone, or is no longer public: YouTube does not say which.
 *
 * <pre>
 * &lt;at:deleted-entry ref="yt:video:ID" when="2024-09-09T22:34:19.642702+00:00"&gt;
 *   &lt;link href="https://www.youtube.com/watch?v=ID"/&gt;
 *   &lt;at:by&gt;&lt;name&gt;Channel&lt;/name&gt;&lt;uri&gt;https://www.youtube.com/channel/UC..&lt;/uri&gt;&lt;/at:by&gt;
 * &lt;/at:deleted-entry&gt;
 * </pre>
 */
final class Tombstone {
    private Tombstone() {}

    static Reading read(Element element) {
        var content = element.content();
        return switch (Subject.of(content.attribute("ref"))) {
            case Subject.Video(var id) -> {
                var when = NetworkTime.iso(content.attribute("when"));
                var moment = Moment.of(when, element.feed().receivedAt());
                yield Reading.of(new Activity.Deleted(id, moment));
            }
            case Subject.Other(var kind) -> element.ignored(kind);
            case Subject.Unnamed() -> element.unreadable(Why.NO_DELETED_VIDEO);
        };
    }
}
