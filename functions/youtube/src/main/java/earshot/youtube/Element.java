package earshot.youtube;

import earshot.webhook.Reading;
import earshot.webhook.Unreadable;

/** One element of a feed, which stands or falls alone. */
record Element(Feed feed, Markup content) {
    Reading unreadable(Why why) {
        return new Reading.Builder().add(new Unreadable(why, feed.alone(content))).build();
    }

    /**
     * @param what the network's word for what this is about
     */
    Reading ignored(String what) {
        return Reading.ignored(content.name().local() + "/" + what, Why.OTHER_SUBJECT);
    }
}
