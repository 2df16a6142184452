package earshot.x;

import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import earshot.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between whom a private message was.
 *
 * @param account ours
 * @param customer the other side
 * @param author the one of the two who wrote it
 */
record Chat(String account, String customer, Author author) {
    /** Null where either side is missing. */
    static @Nullable Chat of(Json message, Profiles people, Subscription subscription) {
        var sender = Ids.of(message.get("sender_id"));
        var recipient = Ids.of(message.get("target").get("recipient_id"));
        if (sender == null || recipient == null) {
            return null;
        }
        return subscription.isOurs(sender)
                ? sent(sender, recipient, people, Ids.of(message.get("source_app_id")))
                : received(ours(subscription, recipient), sender, people);
    }

    static Chat sent(String account, String customer, Profiles people, @Nullable String app) {
        var name = people.of(account).name();
        return new Chat(account, customer, new Author.Ourselves(account, name, app));
    }

    static Chat received(String account, String customer, Profiles people) {
        var who = people.of(customer);
        return new Chat(
                account,
                customer,
                new Author.Customer(customer, who.handle(), who.name(), who.followers()));
    }

    private static String ours(Subscription subscription, String recipient) {
        var accounts = subscription.accounts();
        return accounts.isEmpty() ? recipient : accounts.getFirst();
    }

    Post post(String id, Moment at, @Nullable String text, List<Attachment> attachments) {
        return Post.of(
                        Ids.post(id),
                        account,
                        Surface.DIRECT,
                        new Placement.Direct(account, customer),
                        author,
                        at)
                .text(text)
                .attachments(attachments)
                .build();
    }
}
