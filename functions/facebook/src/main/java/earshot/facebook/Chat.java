package earshot.facebook;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.webhook.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Messenger event, and between whom it was.
 *
 * <pre>
 * {"sender": {"id": "PSID"}, "recipient": {"id": "PAGE"}, "timestamp": 1795165200127, ...}
 * </pre>
 */
record Chat(Element element, Json event) {
    /** An echo is a message that our page sent, through whatever app. */
    boolean isOurs() {
        var sender = sender();
        return Boolean.TRUE.equals(event.get("message").flag("is_echo"))
                || (sender != null && sender.equals(element.entry().page()));
    }

    /** The account of ours: the entry's, else our side of the message. */
    String account() {
        var page = element.entry().page();
        var ourSide = page == null ? (isOurs() ? sender() : recipient()) : page;
        return ourSide == null ? Post.UNKNOWN_ACCOUNT : ourSide;
    }

    /** The other party. Echoes were recorded with sender and recipient the wrong way round. */
    @Nullable String customer() {
        var other = isOurs() ? recipient() : sender();
        var swapped = isOurs() ? sender() : recipient();
        return other != null && other.equals(account()) ? swapped : other;
    }

    Moment at() {
        return element.entry().moment(Instants.of(event.get("timestamp")));
    }

    Reading published(
            PostId id,
            @Nullable String text,
            List<Attachment> attachments,
            @Nullable String inReplyTo) {
        var customer = customer();
        if (customer == null) {
            return element.unreadable(Why.NO_CUSTOMER);
        }
        var between = new Placement.Direct(account(), customer);
        return Reading.of(
                new Activity.Published(
                        Post.of(id, account(), Surface.DIRECT, between, author(customer), at())
                                .text(text)
                                .attachments(attachments)
                                .inReplyTo(inReplyTo)
                                .build()));
    }

    @Nullable String sender() {
        return Ids.of(event.get("sender").get("id"));
    }

    private @Nullable String recipient() {
        return Ids.of(event.get("recipient").get("id"));
    }

    /** Messenger tells neither name nor handle. */
    private Author author(String customer) {
        return isOurs()
                ? new Author.Ourselves(account(), null, Ids.of(event.get("message").get("app_id")))
                : new Author.Customer(customer, null, null, null);
    }
}
