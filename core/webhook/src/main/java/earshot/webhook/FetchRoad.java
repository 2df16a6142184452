package earshot.webhook;

import earshot.domain.post.Pointer;
import earshot.json.Json;
import earshot.queue.QueueException;
import earshot.queue.QueueSender;
import earshot.queue.SqsBatch;
import earshot.queue.SqsMessage;
import earshot.queue.Wire;
import earshot.queue.WireException;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The road of thin events: takes pointers from a network's queue of fetches, gets what they point
 * at, reads it through the network's connector, and queues it. A pointer is done with when the
 * queues have confirmed what it brought; until then it comes again, and in the end lies among the
 * dead letters.
 */
final class FetchRoad {
    private final Connector connector;
    private final Fetcher fetcher;
    private final Dispatch dispatch;
    private final Clock clock;

    /** Faults are noted in the settings. */
    FetchRoad(
            Connector connector,
            Fetcher fetcher,
            Settings settings,
            QueueSender sender,
            Clock clock,
            PrintStream log) {
        this.connector = connector;
        this.fetcher = fetcher;
        this.dispatch = new Dispatch(connector.network(), settings, sender, log);
        this.clock = clock;
    }

    void handle(Json event, OutputStream out) throws IOException {
        Map<String, Boolean> done = new LinkedHashMap<>();
        for (var message : SqsBatch.of(event).messages()) {
            done.put(message.messageId(), fetch(message));
        }
        List<String> failed =
                done.entrySet().stream().filter(m -> !m.getValue()).map(Map.Entry::getKey).toList();
        SqsBatch.answer(failed, out);
    }

    private boolean fetch(SqsMessage message) {
        try {
            return fetch(message.messageId(), Wire.pointer(message.body()));
        } catch (WireException e) {
            // It stays as it is and ends among the dead letters, where people look.
            return false;
        }
    }

    private boolean fetch(String messageId, Pointer pointer) {
        return switch (fetcher.fetch(pointer)) {
            case Fetcher.Fetched.Found(var resource) -> send(messageId, pointer, resource);
            case Fetcher.Fetched.Gone(var reason) -> {
                note(messageId, pointer, "gone", reason);
                yield true;
            }
            case Fetcher.Fetched.Later(var reason) -> {
                note(messageId, pointer, "fetchFailed", reason);
                yield false;
            }
        };
    }

    private boolean send(String messageId, Pointer pointer, Json resource) {
        var delivery =
                Delivery.fetched(
                        pointer.seen().receivedAt(), messageId, resource, pointer.account());
        try {
            dispatch.send(delivery, whole(dispatch.read(connector, delivery)));
            return true;
        } catch (QueueException e) {
            return false;
        }
    }

    /** What was fetched and still points elsewhere would be fetched for ever. */
    private static Reading whole(Reading reading) {
        return reading.toFetch().isEmpty()
                ? reading
                : Reading.unreadable(ReadFault.STILL_A_POINTER);
    }

    private void note(String messageId, Pointer pointer, String decision, String reason) {
        dispatch.journal().fetched(messageId, pointer, clock.instant(), decision, reason);
    }
}
