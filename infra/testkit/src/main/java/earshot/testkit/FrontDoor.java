package earshot.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.queue.Message;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import earshot.settings.Settings;
import earshot.webhook.Connector;
import earshot.webhook.WebhookEndpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A connector's endpoint with the development secrets, and queues that remember what was sent. */
public final class FrontDoor {
    private final Map<String, String> environment = new HashMap<>(Home.developmentSecrets());
    private final Map<String, List<Message>> queues = new HashMap<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final MovableClock clock = MovableClock.at(Instant.EPOCH);
    private final WebhookEndpoint endpoint;

    public FrontDoor(Connector connector) {
        this(connector, Map.of());
    }

    /**
     * @param more settings beyond the development secrets
     */
    public FrontDoor(Connector connector, Map<String, String> more) {
        for (var queue : List.of("posts", "fetches", "quarantine")) {
            environment.put("EARSHOT_QUEUE_" + queue.toUpperCase(Locale.ROOT), queue);
        }
        environment.putAll(more);
        endpoint =
                new WebhookEndpoint(
                        connector,
                        new Settings(environment),
                        this::remember,
                        clock,
                        new PrintStream(log, true, UTF_8));
    }

    private void remember(String queue, List<Message> messages) {
        queues.computeIfAbsent(queue, name -> new ArrayList<>()).addAll(messages);
    }

    /** The answer to an event of the gateway that arrives at that instant. */
    public Json handle(Json event, Instant at) {
        clock.moveTo(at);
        var out = new ByteArrayOutputStream();
        try {
            endpoint.handle(new ByteArrayInputStream(event.write().getBytes(UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toByteArray());
    }

    /** The bodies that were sent to {@code posts}, {@code fetches} or {@code quarantine}. */
    public List<String> sent(String queue) {
        return queues.getOrDefault(queue, List.of()).stream().map(Message::body).toList();
    }

    /** What lies in the quarantine, its parts put together. */
    public List<Quarantined> quarantined() {
        var byId = new LinkedHashMap<String, List<String>>();
        for (var part : sent("quarantine")) {
            byId.computeIfAbsent(QuarantineWire.id(part), id -> new ArrayList<>()).add(part);
        }
        return byId.values().stream().map(QuarantineWire::read).toList();
    }

    /** All that was logged. */
    public String log() {
        return log.toString(UTF_8);
    }

    boolean sentAnything() {
        return queues.values().stream().anyMatch(messages -> !messages.isEmpty());
    }

    String secret(String name) {
        return Objects.requireNonNull(
                environment.get(name),
                () -> "infra/local/secrets.env has no line " + name + "=...");
    }

    long status(EventFile event) {
        return Objects.requireNonNull(
                handle(event.event(), event.receivedAt()).integer("statusCode"));
    }

    Json get(String rawQuery) {
        var http = Json.object().with("method", "GET").build();
        var event =
                Json.object()
                        .with("rawQueryString", rawQuery)
                        .with("requestContext", Json.object().with("http", http).build());
        return handle(event.build(), Instant.EPOCH);
    }

    Json lastLine() {
        return Json.parse(log().lines().reduce("{}", (one, next) -> next));
    }

    /** All that becomes of an event, to be written beside it. */
    Json outcome(EventFile event) {
        long status = status(event);
        List<Json> kept = new ArrayList<>();
        for (var quarantined : quarantined()) {
            kept.add(
                    Json.object()
                            .with("reason", quarantined.reason())
                            .with("body", new String(quarantined.body(), UTF_8))
                            .build());
        }
        return Json.object()
                .with("status", status)
                .with("posts", parsed("posts"))
                .with("fetches", parsed("fetches"))
                .with("quarantine", new JsonArray(kept))
                .with("ignored", lastLine().get("ignoredKinds"))
                .build();
    }

    private JsonArray parsed(String queue) {
        return new JsonArray(sent(queue).stream().map(body -> Json.parse(body)).toList());
    }
}
