package earshot.polling;

import earshot.domain.cases.Entry;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.queue.Message;
import earshot.queue.QueueException;
import earshot.queue.QueueSender;
import earshot.queue.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what is sent as queues do, and files it as the router does. */
final class Files implements QueueSender {
    private static final Ruling RULING =
            new Ruling(
                    1, Ruling.Treatment.ANSWER, "care", Priority.NORMAL, 0, List.of(), "standard");

    final List<Activity> sent = new ArrayList<>();
    final List<String> quarantined = new ArrayList<>();

    /** How many of the next messages are taken; null for all. */
    @Nullable Integer takes;

    /** Before or after which call whoever sends is stopped: two for each; null for none. */
    @Nullable Integer stopsAt;

    @Override
    public void send(String queueUrl, List<Message> messages) {
        step();
        take(queueUrl, messages);
        step();
    }

    private void step() {
        if (stopsAt != null && stopsAt-- == 0) {
            throw new Fragile.Stopped();
        }
    }

    private void take(String queueUrl, List<Message> messages) {
        for (var message : messages) {
            if (takes != null && takes-- == 0) {
                takes = null;
                throw new QueueException(messages.size(), messages.size(), queueUrl, null);
            }
            if (queueUrl.equals("posts")) {
                sent.add(Wire.activity(message.body()));
            } else {
                quarantined.add(message.body());
            }
        }
    }

    List<Activity.Published> published() {
        return sent.stream()
                .filter(Activity.Published.class::isInstance)
                .map(Activity.Published.class::cast)
                .toList();
    }

    Map<String, Entry> entries() {
        var entries = new HashMap<String, Entry>();
        for (var activity : published()) {
            entries.putIfAbsent(
                    activity.id().value(), Entry.of(activity.post(), Side.CUSTOMER, RULING));
        }
        for (var activity : sent) {
            entries.computeIfPresent(activity.id().value(), (_, entry) -> entry.after(activity));
        }
        return entries;
    }
}
