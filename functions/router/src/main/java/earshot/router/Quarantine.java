package earshot.router;

import earshot.json.Json;
import earshot.queue.Message;
import earshot.queue.QueueSender;
import earshot.queue.SqsMessage;

/** Keeps what the router cannot understand, as it came, where an operator finds it. */
final class Quarantine {
    private final QueueSender sender;
    private final String quarantine;

    Quarantine(QueueSender sender, String quarantine) {
        this.sender = sender;
        this.quarantine = quarantine;
    }

    void quarantine(SqsMessage message, String reason) {
        var kept =
                Json.object()
                        .with("v", 1)
                        .with("from", "router")
                        .with("messageId", message.messageId())
                        .with("reason", reason)
                        .with("body", message.body())
                        .write();
        sender.send(quarantine, Message.of(kept));
        Log.refused(message, reason);
    }
}
