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
    private final PolledNetwork network;
    private final String account;
    private final Instant connectedAt;
    private final QuotaClient client;
    private final PollSender sender;
    private final SeenPosts seen;
    private final Clock clock;

    PageIntake(
            PolledNetwork network,
            String account,
            Instant connectedAt,
            QuotaClient client,
            PollSender sender,
            SeenPosts seen,
            Clock clock) {
        this.network = network;
        this.account = account;
        this.connectedAt = connectedAt;
        this.client = client;
        this.sender = sender;
        this.seen = seen;
        this.clock = clock;
    }

    /** Takes a page of threads or of answers. */
    @Nullable Refusal take(Walk walk, Page page) {
        var now = clock.instant();
        if (!sender.send(page.resource(), seen.news(page, connectedAt, now), now)) {
            return Halt.UNSENT;
        }
        seen.add(page, walk, now);
        return null;
    }

    /** What is missing from a list may stand elsewhere: only what the network denies is gone. */
    @Nullable Refusal confirm(Walk walk, Set<String> missing) {
        var ids = missing.stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += PolledNetwork.MOST_IDS) {
            var some = ids.subList(from, Math.min(ids.size(), from + PolledNetwork.MOST_IDS));
            var refusal =
                    switch (client.ask(walk.purpose(), _ -> network.gone(account, some))) {
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
            var post = new PostId(network.network(), id);
            news.add(new Activity.Deleted(post, Moment.of(null, now)));
        }
        if (!sender.send(Json.object().build(), news.build(), now)) {
            return Halt.UNSENT;
        }
        seen.forget(deleted);
        return null;
    }
}
