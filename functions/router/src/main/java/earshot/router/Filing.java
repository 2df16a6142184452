package earshot.router;

import earshot.casebook.Address.Owner;
import earshot.casebook.CaseTable;
import earshot.domain.cases.Entry;
import earshot.domain.policy.Policies;
import earshot.domain.post.Activity;
import earshot.domain.post.Post;
import earshot.queue.Message;
import earshot.queue.QueueSender;
import java.util.List;

/** Files one activity: claims the post's address, then puts or changes its entry. */
final class Filing {
    private final CaseTable table;
    private final Policies policies;
    private final Placing placing;
    private final QueueSender sender;
    private final Later later;

    Filing(CaseTable table, Policies policies, QueueSender sender, Later later) {
        this.table = table;
        this.policies = policies;
        this.placing = new Placing(table.addresses());
        this.sender = sender;
        this.later = later;
    }

    /** Where a post waits for its parent, and how long. */
    record Later(String queue, int seconds) {}

    /** A post's own claim is there and its entry is not yet: somebody is between the two. */
    static final class InTheMakingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Filed file(PostMessage message) {
        return switch (message.activity()) {
            case Activity.Published published ->
                    publish(policies.current().recognized(published.post()), message);
            case Activity.Edited edited -> change(edited);
            case Activity.Deleted deleted -> change(deleted);
            case Activity.Hidden hidden -> change(hidden);
            case Activity.Engaged engaged -> change(engaged);
        };
    }

    private Filed publish(Post post, PostMessage message) {
        var policy = policies.current();
        var side = policy.sideOf(post.author(), post.text());
        var owner = side.isOurs() ? Owner.OURS : Owner.CUSTOMER;
        var asked = placing.place(post, owner, message.waited());
        if (asked.isEmpty()) {
            // Whoever answers it meanwhile need not wait, or guess, after it.
            table.addresses().nameOthers(post.id());
            sender.send(later.queue(), new Message(message.afterWaiting(), later.seconds()));
            return new Filed.Waiting();
        }
        var address = table.addresses().claim(post.id(), asked.get(), owner);
        var conversation = java.util.Objects.requireNonNull(address.conversation());
        var entry = Entry.of(post, side, policy.rule(post, side));
        var filed = table.entries().file(conversation, entry, address.early());
        var hinted =
                side.isOurs() ? List.<earshot.domain.post.ConversationKey>of() : address.hinted();
        return new Filed.Touched(conversation, filed.entry(), filed.isNew(), hinted);
    }

    private Filed change(Activity activity) {
        var address = table.addresses().look(activity.id());
        if (address.owner() == null) {
            switch (table.addresses().keepEarly(activity.id(), activity)) {
                case KEPT -> {
                    return new Filed.Early();
                }
                case FULL -> {
                    return new Filed.Dropped();
                }
                case COME -> address = table.addresses().look(activity.id());
            }
        }
        var conversation = java.util.Objects.requireNonNull(address.conversation());
        var entry =
                table.entries()
                        .merge(conversation, activity)
                        .orElseThrow(InTheMakingException::new);
        return new Filed.Touched(conversation, entry, false, List.of());
    }
}
