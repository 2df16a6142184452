package earshot.router;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.queue.SqsMessage;

/** One structured line per decision: ids and nothing of what was said. */
final class Log {
    private Log() {}

    static void filed(SqsMessage message, Activity activity, Filed filed) {
        var line =
                Json.object()
                        .with("event", "filed")
                        .with("messageId", message.messageId())
                        .with("post", activity.id().key());
        switch (filed) {
            case Filed.Touched touched ->
                    line.with("outcome", touched.isNew() ? "new" : "known")
                            .with("conversation", touched.conversation().value());
            case Filed.Waiting() -> line.with("outcome", "waits");
            case Filed.Early() -> line.with("outcome", "early");
            case Filed.Dropped() -> line.with("outcome", "dropped");
        }
        print(line.write());
    }

    static void refused(SqsMessage message, String reason) {
        print(
                Json.object()
                        .with("event", "quarantined")
                        .with("messageId", message.messageId())
                        .with("reason", reason)
                        .write());
    }

    /** The type of a failure, not its words: those may quote what was sent. */
    static void failed(SqsMessage message, RuntimeException failure) {
        print(
                Json.object()
                        .with("event", "failed")
                        .with("messageId", message.messageId())
                        .with("receiveCount", message.receiveCount())
                        .with("failure", failure.getClass().getName())
                        .with("at", origin(failure))
                        .write());
    }

    private static String origin(RuntimeException failure) {
        var trace = failure.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
