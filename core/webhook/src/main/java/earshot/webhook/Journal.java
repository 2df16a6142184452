package earshot.webhook;

import earshot.domain.Timestamp;
import earshot.domain.post.Activity;
import earshot.domain.post.Network;
import earshot.domain.post.Pointer;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.queue.QueueException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One structured line per decision, with ids, counts and constant words only. Nothing that a person
 * wrote is ever in it. Which counts become metrics, the template says.
 */
final class Journal {
    private static final int MOST_LISTED = 20;

    private final Network network;
    private final PrintStream out;

    Journal(Network network, PrintStream out) {
        this.network = network;
        this.out = out;
    }

    void greeted(GatewayEvent event, long at, int status) {
        var count = status == 200 ? "handshakes" : "handshakesRefused";
        print(line(event, at, "handshake", Map.of(count, 1)).with("status", status));
    }

    void refused(GatewayEvent event, long at, int status, String reason) {
        print(
                line(event, at, "refused", Map.of("refused", 1))
                        .with("status", status)
                        .with("reason", reason));
    }

    void queued(Delivery delivery, Outgoing outgoing) {
        var reading = outgoing.reading();
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("deliveries", 1);
        counts.put("activities", outgoing.posts().size());
        counts.put("pointers", outgoing.fetches().size());
        counts.put("ignored", reading.ignored().size());
        counts.put("quarantined", outgoing.kept());
        print(
                line(delivery, "queued", counts)
                        .withTexts("posts", ids(reading.activities()))
                        .with("ignoredKinds", ignored(reading.ignored()))
                        .withTexts("unreadable", reasons(reading.unreadable())));
    }

    /** The message of an exception may quote what was sent: only its type and place are told. */
    void broken(Delivery delivery, RuntimeException fault) {
        var trace = fault.getStackTrace();
        print(
                line(delivery, "broken", Map.of("connectorFaults", 1))
                        .with("exception", fault.getClass().getName())
                        .with("where", trace.length == 0 ? null : trace[0].toString()));
    }

    void unsent(Delivery delivery, QueueException fault) {
        print(line(delivery, "unsent", Map.of("unsent", 1)).with("reason", fault.getMessage()));
    }

    /** A decision on another road than the webhook's. */
    void noted(
            String id,
            Instant at,
            String decision,
            Map<String, Integer> counts,
            Map<String, String> words) {
        var line = line(id, at.toEpochMilli(), decision, new TreeMap<>(counts));
        new TreeMap<>(words).forEach(line::with);
        print(line);
    }

    /** What became of a pointer that brought no delivery. */
    void fetched(String messageId, Pointer pointer, Instant at, String decision, String reason) {
        print(
                line(messageId, at.toEpochMilli(), decision, Map.of(decision, 1))
                        .with("kind", new Ignored(pointer.kind(), reason).kind())
                        .with("reason", reason));
    }

    private JsonMembers line(Delivery delivery, String decision, Map<String, Integer> counts) {
        return line(delivery.requestId(), delivery.receivedAt().toEpochMilli(), decision, counts);
    }

    /** The secrets could not be read again; those at hand are used on. */
    void stale(Instant at, String reason) {
        print(
                line((String) null, at.toEpochMilli(), "stale", Map.of("staleSecrets", 1))
                        .with("reason", reason));
    }

    private JsonMembers line(
            GatewayEvent event, long at, String decision, Map<String, Integer> counts) {
        return line(event.requestId(), at, decision, counts);
    }

    private JsonMembers line(
            @Nullable String requestId, long at, String decision, Map<String, Integer> counts) {
        var line =
                Json.object()
                        .with("at", Timestamp.of(Instant.ofEpochMilli(at)))
                        .with("network", network.slug());
        counts.forEach(line::with);
        return line.with("requestId", requestId).with("decision", decision);
    }

    private static List<String> ids(List<Activity> activities) {
        List<String> ids = new ArrayList<>();
        for (var activity : activities) {
            if (ids.size() == MOST_LISTED) {
                break;
            }
            ids.add(activity.id().key());
        }
        return ids;
    }

    private static List<String> reasons(List<Unreadable> unreadable) {
        List<String> reasons = new ArrayList<>();
        for (var element : unreadable) {
            if (reasons.size() < MOST_LISTED && !reasons.contains(element.reason())) {
                reasons.add(element.reason());
            }
        }
        return reasons;
    }

    private static Json ignored(List<Ignored> ignored) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (var element : ignored) {
            var kind = element.kind();
            boolean listed = kinds.containsKey(kind) || kinds.size() < MOST_LISTED;
            kinds.merge(listed ? kind : "others", 1, Integer::sum);
        }
        var members = Json.object();
        for (var kind : kinds.entrySet()) {
            members.with(kind.getKey(), kind.getValue().intValue());
        }
        return members.build();
    }

    private void print(JsonMembers line) {
        out.println(line.write());
    }
}
