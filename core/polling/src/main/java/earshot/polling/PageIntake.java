package earshot.polling;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.polling.Refusal.Halt;
import earshot.polling.Reply.Answered;
import earshot.polling.Reply.Refused;
import earshot.webhook.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends what a page shows to have happened, and remembers what is sent: in this order. */
final class PageIntake {
    private final PolledNetwork feed;
    private final String account;
    private final Instant connectedAt;
    private final QuotaClient asker;
    private final PollSender courier;
    private final SeenPosts memory;
    private final Clock clock;

    PageIntake(
            PolledNetwork feed,
            String account,
            Instant connectedAt,
            QuotaClient asker,
            PollSender courier,
            SeenPosts memory,
            Clock clock) {
        this.feed = feed;
        this.account = account;
        this.connectedAt = connectedAt;
        this.asker = asker;
        this.courier = courier;
        this.memory = memory;
        this.clock = clock;
    }

    /** Takes a page of threads or of answers. */
    @Nullable Refusal take(Walk walk, Page page) {
        var now = clock.instant();
        if (!courier.send(page.resource(), memory.news(page, connectedAt, now), now)) {
            return Halt.UNSENT;
        }
        memory.add(page, walk, now);
        return null;
    }

    /** What is missing from a list may stand elsewhere: only what the network denies is gone. */
    @Nullable Refusal confirm(Walk walk, Set<String> missing) {
        var ids = missing.stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += PolledNetwork.MOST_IDS) {
            var some = ids.subList(from, Math.min(ids.size(), from + PolledNetwork.MOST_IDS));
            var refusal =
                    switch (asker.ask(walk.purpose(), _ -> feed.gone(account, some))) {
                        case Answered<Set<String>>(var gone) -> delete(some, gone);
                        case Refused<Set<String>>(var why) -> why;
                    };
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal delete(List<String> asked, Set<String> gone) {
        var now = clock.instant();
        var news = new Reading.Builder();
        var deleted = new ArrayList<String>(asked);
        deleted.retainAll(gone);
        for (var id : deleted) {
            var post = new PostId(feed.network(), id);
            news.add(new Activity.Deleted(post, Moment.of(null, now)));
        }
        if (!courier.send(Json.object().build(), news.build(), now)) {
            return Halt.UNSENT;
        }
        memory.forget(deleted);
        return null;
    }
}
