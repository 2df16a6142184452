package earshot.youtube;

import earshot.webhook.Reading;
import earshot.webhook.Unreadable;

/** One element of a feed, which stands or falls alone. */
record Element(Feed feed, Markup content) {
    Reading unreadable(String reason) {
        var alone = new Unreadable(reason, feed.alone(content));
        return new Reading.Builder().add(alone).build();
    }

    /**
     * @param what the network's word for what this is about
     */
    Reading ignored(String what) {
        return Reading.ignored(
                content.name().local() + "/" + what, "about something that is no video");
    }
}
