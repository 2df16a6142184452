package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Pointer;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.queue.Message;
import earshot.queue.QueueSender;
import earshot.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An endpoint of a made-up network, with queues that remember. */
final class Stage {
    static final String SECRET = "own-secret-one-0123456789";
    static final String TOKEN = "own-token-one";
    static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    static final Network NETWORK = new Network("madeup");

    final Map<String, List<Message>> queues = new HashMap<>();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private QueueSender sender = this::remember;

    Stage() {
        environment.put("SECRET", SECRET);
        environment.put("TOKEN", TOKEN);
        environment.put("EARSHOT_QUEUE_POSTS", "posts");
        environment.put("EARSHOT_QUEUE_FETCHES", "fetches");
        environment.put("EARSHOT_QUEUE_QUARANTINE", "quarantine");
    }

    Stage with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Stage with(QueueSender other) {
        sender = other;
        return this;
    }

    void remember(String queue, List<Message> messages) {
        queues.computeIfAbsent(queue, name -> new ArrayList<>()).addAll(messages);
    }

    List<Message> queue(String name) {
        return queues.getOrDefault(name, List.of());
    }

    String log() {
        return log.toString(UTF_8);
    }

    /** The answer to a signed delivery. */
    Json deliver(byte[] body) {
        return post(body, Map.of("x-hub-signature-256", "sha256=" + hmac(SECRET, body)));
    }

    Json deliver(String body) {
        return deliver(body.getBytes(UTF_8));
    }

    Json post(byte[] body, Map<String, String> headers) {
        return call("POST", "", headers, body);
    }

    Json get(String rawQuery) {
        return call("GET", rawQuery, Map.of(), new byte[0]);
    }

    Json call(String method, String rawQuery, Map<String, String> headers, byte[] body) {
        var members = Json.object();
        headers.forEach(members::with);
        var http = Json.object().with("method", method).build();
        var event =
                Json.object()
                        .with("version", "2.0")
                        .with("rawQueryString", rawQuery)
                        .with("headers", members.build())
                        .with(
                                "requestContext",
                                Json.object().with("http", http).with("requestId", "r1").build())
                        .with("body", Base64.getEncoder().encodeToString(body))
                        .with("isBase64Encoded", true);
        var out = new ByteArrayOutputStream();
        try {
            endpoint().handle(new ByteArrayInputStream(event.write().getBytes(UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toByteArray());
    }

    /** What the function answers whoever calls it by its name. */
    Json replay(List<String> parts) {
        var out = new ByteArrayOutputStream();
        try {
            endpoint().handle(Json.object().withTexts("replay", parts).build(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toByteArray());
    }

    WebhookEndpoint endpoint() {
        return new WebhookEndpoint(
                new Madeup(),
                new Settings(environment),
                sender,
                Clock.fixed(NOON, ZoneOffset.UTC),
                new PrintStream(log, true, UTF_8));
    }

    FetchEndpoint fetching(Fetcher fetcher) {
        return new FetchEndpoint(
                new Madeup(),
                fetcher,
                new Settings(environment),
                sender,
                Clock.fixed(NOON, ZoneOffset.UTC),
                new PrintStream(log, true, UTF_8));
    }

    static String hmac(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why a word is not read, or not needed. */
    private enum Why implements Reason {
        NO_ID("no id"),
        NOT_NEEDED("not needed");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    /** An array of words: what each becomes is its name. */
    private static final class Madeup implements Connector {
        @Override
        public Network network() {
            return NETWORK;
        }

        @Override
        public Handshake handshake() {
            return new Handshake.VerifyToken("TOKEN");
        }

        @Override
        public Signature signature() {
            return new Signature.HubSha256("SECRET");
        }

        @Override
        public Reading read(Delivery delivery) {
            return Reading.ofJson(delivery, json -> read(delivery, json));
        }

        private static Reading read(Delivery delivery, Json json) {
            var reading = new Reading.Builder();
            var when = Moment.of(null, delivery.receivedAt());
            for (var item : json.items()) {
                switch (String.valueOf(item.text())) {
                    case "bug" -> throw new IllegalStateException("hunter2");
                    case "ignore" -> reading.add(new Ignored("madeup/hey\nyou", Why.NOT_NEEDED));
                    case "point" ->
                            reading.add(new Pointer(NETWORK, "mention", "1", "42", null, when));
                    case "bad" ->
                            reading.add(new Unreadable(Why.NO_ID, new JsonArray(List.of(item))));
                    default ->
                            reading.add(
                                    new Activity.Deleted(
                                            new PostId(NETWORK, String.valueOf(item.text())),
                                            when));
                }
            }
            return reading.build();
        }
    }
}
