package earshot.youtubecomments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The part of YouTube's Data API that is asked here, as its documents describe it, on loopback: it
 * lists the threads of a channel, the answers of a thread and comments by id, and says what it is
 * told to say instead.
 */
final class FakeDataApi implements AutoCloseable {
    static final String CHANNEL = "UCearshot00000000000000";
    static final String VIDEO = "guitar00001";
    static final String KEY = "test-api-key";
    private static final int ALONG = 5;

    /** What is answered instead of what was asked. */
    sealed interface Trouble {
        record Failure(int status, String reason) implements Trouble {}

        /** The connection ends in the middle of the answer. */
        record CutOff() implements Trouble {}

        /** Nothing comes until the one who asks has lost patience. */
        record Silence() implements Trouble {}

        /** Something that is no answer at all. */
        record Text(String text) implements Trouble {}
    }

    static final class Said {
        final String id;
        final @Nullable String parent;
        final Instant published;
        final String author;
        Instant updated;
        String html;
        boolean removed;

        Said(String id, @Nullable String parent, Instant published, String author, String html) {
            this.id = id;
            this.parent = parent;
            this.published = published;
            this.updated = published;
            this.author = author;
            this.html = html;
        }
    }

    final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, List<Said>> answers = new HashMap<>();
    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    final List<String> queries = new ArrayList<>();
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String era = "e0";

    FakeDataApi() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/youtube/v3/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    synchronized String thread(Instant published, String html) {
        var id = "Ug%06dAaABAg".formatted(said.size());
        said.put(id, new Said(id, null, published, "UCmira", html));
        return id;
    }

    synchronized String answer(String parent, Instant published, String author, String html) {
        var id = parent + "." + said.size();
        var answer = new Said(id, parent, published, author, html);
        said.put(id, answer);
        answers.computeIfAbsent(parent, _ -> new ArrayList<>()).add(answer);
        return id;
    }

    synchronized void edit(String id, Instant at, String html) {
        var comment = Objects.requireNonNull(said.get(id));
        comment.updated = at;
        comment.html = html;
    }

    synchronized void remove(String id) {
        said.values().stream()
                .filter(s -> s.id.equals(id) || id.equals(s.parent))
                .forEach(s -> s.removed = true);
    }

    synchronized void forgetTokens() {
        era = "e" + (Integer.parseInt(era.substring(1)) + 1);
    }

    synchronized int asked() {
        return queries.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            note(uri, exchange);
            var trouble = troubles.poll();
            if (trouble == null) {
                reply(exchange, uri.getPath(), query(uri));
            } else {
                make(trouble, exchange);
            }
        }
    }

    private synchronized void note(URI uri, HttpExchange exchange) {
        queries.add(uri.getPath().replace("/youtube/v3/", "") + "?" + uri.getRawQuery());
        var key = exchange.getRequestHeaders().getFirst("X-Goog-Api-Key");
        if (!KEY.equals(key)) {
            troubles.add(new Trouble.Failure(400, "keyInvalid"));
        }
    }

    private void reply(HttpExchange exchange, String path, Map<String, String> query)
            throws IOException {
        var answer =
                path.endsWith("/commentThreads")
                        ? threads(query)
                        : query.containsKey("parentId") ? answers(query) : byId(query);
        if (answer == null) {
            send(exchange, 400, error(400, "invalidPageToken"));
        } else {
            send(exchange, 200, answer);
        }
    }

    private void make(Trouble trouble, HttpExchange exchange) throws IOException {
        switch (trouble) {
            case Trouble.Failure(var status, var reason) ->
                    send(exchange, status, error(status, reason));
            case Trouble.Text(var text) -> send(exchange, 200, text.getBytes(UTF_8));
            case Trouble.CutOff _ -> {
                var half =
                        "{\"kind\":\"youtube#commentThreadListResponse\",\"items\":["
                                .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write(half);
                exchange.getResponseBody().flush();
            }
            case Trouble.Silence _ -> silent();
        }
    }

    private void silent() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] error(int status, String reason) {
        var one = Json.object().with("domain", "youtube").with("reason", reason).build();
        var error =
                Json.object()
                        .with("code", status)
                        .with("message", "told to")
                        .withItems("errors", List.of(one))
                        .build();
        return Json.object().with("error", error).write().getBytes(UTF_8);
    }

    private synchronized byte @Nullable [] threads(Map<String, String> query) {
        var tops = alive().stream().filter(s -> s.parent == null).toList();
        if (!CHANNEL.equals(query.get("allThreadsRelatedToChannelId"))) {
            return error(404, "channelNotFound");
        }
        return list("youtube#commentThreadListResponse", tops, query, this::threadOf);
    }

    private synchronized byte @Nullable [] answers(Map<String, String> query) {
        var parent = Objects.requireNonNull(query.get("parentId"));
        return list("youtube#commentListResponse", under(parent), query, FakeDataApi::commentOf);
    }

    private synchronized byte[] byId(Map<String, String> query) {
        var ids = List.of(Objects.requireNonNull(query.get("id")).split(",", -1));
        List<Json> items = new ArrayList<>();
        for (var comment : alive()) {
            if (ids.contains(comment.id)) {
                items.add(
                        Json.object()
                                .with("kind", "youtube#comment")
                                .with("id", comment.id)
                                .build());
            }
        }
        return Json.object()
                .with("kind", "youtube#commentListResponse")
                .with("items", new JsonArray(items))
                .write()
                .getBytes(UTF_8);
    }

    private List<Said> alive() {
        return said.values().stream().filter(s -> !s.removed).toList();
    }

    private List<Said> under(String parent) {
        return answers.getOrDefault(parent, List.of()).stream().filter(s -> !s.removed).toList();
    }

    private interface Item {
        JsonObject of(Said said);
    }

    private byte @Nullable [] list(
            String kind, List<Said> all, Map<String, String> query, Item item) {
        var newest =
                all.stream()
                        .sorted(
                                Comparator.comparing((Said s) -> s.published)
                                        .thenComparing(s -> s.id)
                                        .reversed())
                        .toList();
        var token = query.getOrDefault("pageToken", era + "-0");
        if (!token.startsWith(era + "-")) {
            return null;
        }
        int from = Integer.parseInt(token.substring(era.length() + 1));
        int to =
                Math.min(
                        newest.size(),
                        from + Integer.parseInt(query.getOrDefault("maxResults", "20")));
        List<Json> items = new ArrayList<>();
        newest.subList(Math.min(from, to), to).forEach(s -> items.add(item.of(s)));
        return Json.object()
                .with("kind", kind)
                .with("nextPageToken", to < newest.size() ? era + "-" + to : null)
                .with("items", new JsonArray(items))
                .write()
                .getBytes(UTF_8);
    }

    private JsonObject threadOf(Said top) {
        var under = under(top.id);
        var some =
                under.reversed().stream().limit(ALONG).<Json>map(FakeDataApi::commentOf).toList();
        var snippet =
                Json.object()
                        .with("channelId", CHANNEL)
                        .with("videoId", VIDEO)
                        .with("topLevelComment", commentOf(top))
                        .with("canReply", true)
                        .with("totalReplyCount", under.size())
                        .with("isPublic", true)
                        .build();
        return Json.object()
                .with("kind", "youtube#commentThread")
                .with("id", top.id)
                .with("snippet", snippet)
                .with(
                        "replies",
                        some.isEmpty() ? null : Json.object().withItems("comments", some).build())
                .build();
    }

    private static JsonObject commentOf(Said said) {
        var author = Json.object().with("value", said.author).build();
        var snippet =
                Json.object()
                        .with("authorDisplayName", "@" + said.author)
                        .with("authorChannelId", author)
                        .with("channelId", CHANNEL)
                        .with("videoId", VIDEO)
                        .with("textDisplay", said.html)
                        .with("parentId", said.parent)
                        .with("likeCount", 0)
                        .with("publishedAt", said.published.toString())
                        .with("updatedAt", said.updated.toString())
                        .build();
        return Json.object()
                .with("kind", "youtube#comment")
                .with("id", said.id)
                .with("snippet", snippet)
                .build();
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        for (var pair : uri.getRawQuery().split("&", -1)) {
            var parts = new ArrayDeque<>(List.of(pair.split("=", 2)));
            query.put(parts.pop(), URLDecoder.decode(parts.isEmpty() ? "" : parts.pop(), UTF_8));
        }
        return query;
    }
}
