package earshot.youtubelease;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.testkit.FrontDoor;
import earshot.testkit.MovableClock;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.ReadFault;
import earshot.webhook.Reading;
import earshot.webhook.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A hub on loopback that keeps to PubSubHubbub 0.4: it calls the callback before it believes
 * anybody, and forgets after five days, whatever it was asked for.
 */
final class FakeHub implements AutoCloseable {
    static final String CALLBACK = "https://hooks.example.com/webhooks/youtube";

    private static final Duration GRANTED = Duration.ofDays(5);

    /** What it does with whoever asks. */
    enum Mood {
        VERIFIES,
        ACCEPTS_AND_VERIFIES_LATER,
        IS_BUSY,
        IS_AWAY,
        HANGS_UP
    }

    private record Subscription(String secret, Instant ends) {}

    private final MovableClock clock;
    private final HttpServer server;
    private final FrontDoor door;
    private final Map<String, Subscription> active = new ConcurrentHashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.VERIFIES;

    FakeHub(MovableClock clock, Map<String, String> secrets) {
        this.clock = clock;
        this.door = new FrontDoor(new Listener(), secrets);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/subscribe", this::subscribe);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/subscribe");
    }

    void becomes(Mood next) {
        mood = next;
    }

    /** All that it was asked, form by form. */
    List<Map<String, String>> asked() {
        return new ArrayList<>(asked);
    }

    boolean pushes(String channel) {
        var subscription = active.get(topic(channel));
        return subscription != null && clock.instant().isBefore(subscription.ends());
    }

    /** What it signs a channel's pushes with. */
    String secret(String channel) {
        return Objects.requireNonNull(active.get(topic(channel))).secret();
    }

    static String topic(String channel) {
        return "https://www.youtube.com/feeds/videos.xml?channel_id=" + channel;
    }

    private void subscribe(HttpExchange call) throws IOException {
        try (call) {
            var form = form(new String(call.getRequestBody().readAllBytes(), UTF_8));
            asked.add(form);
            switch (mood) {
                case VERIFIES -> answer(call, verifies(form) ? 204 : 409);
                case ACCEPTS_AND_VERIFIES_LATER -> {
                    answer(call, 202);
                    verifies(form);
                }
                case IS_BUSY -> {
                    call.getResponseHeaders().set("retry-after", "120");
                    answer(call, 503);
                }
                case IS_AWAY -> {
                    // Closed without an answer, and nothing done.
                }
                case HANGS_UP -> {
                    // Closed without an answer, though it has done what it was asked for.
                    verifies(form);
                }
            }
        }
    }

    private static void answer(HttpExchange call, int status) throws IOException {
        call.sendResponseHeaders(status, -1);
    }

    private boolean verifies(Map<String, String> form) {
        var callback = URI.create(form.getOrDefault("hub.callback", ""));
        var secret = form.getOrDefault("hub.secret", "");
        var topic = form.getOrDefault("hub.topic", "");
        var challenge = "challenge-" + asked.size();
        boolean ours =
                callback.toString().startsWith(CALLBACK + "?")
                        && form.getOrDefault("hub.mode", "").equals("subscribe")
                        && secret.length() < 200
                        && Integer.parseInt(form.getOrDefault("hub.lease_seconds", "0")) <= 864000;
        var query =
                "%s&hub.mode=subscribe&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=432000"
                        .formatted(
                                callback.getRawQuery(), URLEncoder.encode(topic, UTF_8), challenge);
        if (!ours || !challenge.equals(greeted(query))) {
            return false;
        }
        active.put(topic, new Subscription(secret, clock.instant().plus(GRANTED)));
        return true;
    }

    private String greeted(String query) {
        var http = Json.object().with("method", "GET").build();
        var event =
                Json.object()
                        .with("rawQueryString", query)
                        .with("requestContext", Json.object().with("http", http).build());
        var answer = door.handle(event.build(), clock.instant());
        return Objects.requireNonNullElse(answer.text("body"), "");
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var field : body.split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The webhook as the hub sees it: its handshake is the real one. */
    private static final class Listener implements Connector {
        private static final String SECRET = "EARSHOT_YOUTUBE_HUB_SECRET";

        @Override
        public Network network() {
            return Channels.YOUTUBE;
        }

        @Override
        public Handshake handshake() {
            return new Handshake.WebSub(SECRET);
        }

        @Override
        public Signature signature() {
            return new Signature.WebSub(SECRET);
        }

        @Override
        public Reading read(Delivery delivery) {
            return Reading.unreadable(ReadFault.NO_JSON);
        }
    }
}
