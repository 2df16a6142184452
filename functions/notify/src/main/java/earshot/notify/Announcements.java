package earshot.notify;

import earshot.json.JsonObject;
import earshot.queue.Message;
import earshot.queue.QueueSender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whoever subscribes what people were told, notice by notice. */
final class Announcements {
    private final QueueSender sender;
    private final @Nullable String queue;

    /**
     * @param queue its URL; null where nobody listens
     */
    Announcements(QueueSender sender, @Nullable String queue) {
        this.sender = sender;
        this.queue = queue;
    }

    void send(List<JsonObject> announcements) {
        if (queue != null) {
            sender.send(queue, announcements.stream().map(a -> Message.of(a.write())).toList());
        }
    }
}
