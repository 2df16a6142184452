package earshot.polling;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.queue.QueueException;
import earshot.webhook.Delivery;
import earshot.webhook.Dispatch;
import earshot.webhook.Reading;
import java.time.Instant;

/** Brings to the queues what a poll found, and counts it. */
final class PollSender {
    private final Dispatch dispatch;
    private final String account;
    private final String holder;
    private int parcels;
    private int published;
    private int edited;
    private int deleted;
    private int unreadable;

    PollSender(Dispatch dispatch, String account, String holder) {
        this.dispatch = dispatch;
        this.account = account;
        this.holder = holder;
    }

    /** Whether the queues have confirmed all of it. */
    boolean send(Json resource, Reading news, Instant at) {
        if (news.activities().isEmpty() && news.unreadable().isEmpty()) {
            return true;
        }
        parcels++;
        var id = holder + "/" + parcels;
        try {
            dispatch.send(Delivery.fetched(at, id, resource, account), news);
        } catch (QueueException _) {
            return false;
        }
        news.activities().forEach(this::count);
        unreadable += news.unreadable().size();
        return true;
    }

    private void count(Activity activity) {
        switch (activity) {
            case Activity.Published _ -> published++;
            case Activity.Edited _ -> edited++;
            case Activity.Deleted _ -> deleted++;
            case Activity.Hidden _, Activity.Engaged _ -> {}
        }
    }

    Polled.Counts counts(int units) {
        return new Polled.Counts(units, published, edited, deleted, unreadable);
    }
}
