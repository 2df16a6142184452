package earshot.x;

import earshot.domain.post.Moment;
import earshot.domain.post.Post;
import earshot.webhook.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf X sent a delivery.
 *
 * @param accounts our accounts that it concerns; several where rules of a stream for several match,
 *     none where nothing names one
 */
record Subscription(List<String> accounts, Instant receivedAt) {
    Subscription {
        accounts = List.copyOf(accounts);
    }

    static Subscription of(@Nullable String account, Delivery delivery) {
        return of(account == null ? List.of() : List.of(account), delivery);
    }

    /** Where nothing names an account, the one whose own secret proved the delivery. */
    static Subscription of(List<String> named, Delivery delivery) {
        var proved = delivery.account();
        var accounts = named.isEmpty() && proved != null ? List.of(proved) : named;
        return new Subscription(accounts, delivery.receivedAt());
    }

    /** At least one: what nobody is named for is filed all the same. */
    List<String> accountsOrUnknown() {
        return accounts.isEmpty() ? List.of(Post.UNKNOWN_ACCOUNT) : accounts;
    }

    boolean isOurs(@Nullable String author) {
        return author != null && accounts.contains(author);
    }

    Moment moment(@Nullable Instant own) {
        return Moment.of(own, receivedAt);
    }
}
