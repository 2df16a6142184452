package earshot.local.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.run.EmbeddedServers;
import earshot.local.text.UserFault;
import earshot.recordings.Freshening;
import earshot.recordings.Instants;
import earshot.recordings.NewIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Stands in for the APIs that the story's polled networks would be asked through: what each path
 * answers is a file of {@code events}, its instants moved to now and its ids made new.
 *
 * <pre>
 * {"apis": {"EARSHOT_YOUTUBE_API_URL": {
 *    "/youtube/v3/commentThreads": "youtube-comments/demo/threads.json"}}}
 * </pre>
 */
public final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final Path events;
    private final NewIds names;
    private final Clock clock;
    private final Map<String, Json> pages = new ConcurrentHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    private StandIn(HttpServer server, Path events, NewIds names, Clock clock) {
        this.server = server;
        this.events = events;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param apis by the variable that tells a function where the API is: file by path
     * @param events the folder of the files
     */
    public static StandIn start(Json apis, Path events, NewIds names, Clock clock) {
        var standIn = new StandIn(server(), events, names, clock);
        if (apis instanceof JsonObject(var byVariable)) {
            byVariable.forEach(standIn::serve);
        }
        standIn.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        standIn.server.start();
        return standIn;
    }

    private void serve(String variable, Json paths) {
        var base = "/" + variables.size();
        variables.put(variable, address(server) + base);
        if (paths instanceof JsonObject(var files)) {
            files.forEach(
                    (path, file) -> {
                        var name = Objects.requireNonNull(file.text(), path);
                        server.createContext(base + path, exchange -> answer(exchange, name));
                    });
        }
    }

    /** Where each API answers, by the variable that a function reads it from. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** What is answered out of a file, as new as when it was first asked for. */
    Json page(String file) {
        return pages.computeIfAbsent(file, this::fresh);
    }

    private static HttpServer server() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://" + EmbeddedServers.HOST + ":" + server.getAddress().getPort());
    }

    /** The member that lists its new ids is none of the API's. */
    private Json fresh(String name) {
        var file = events.resolve(name);
        try {
            var page = Json.parse(Files.readAllBytes(file));
            var instants = Instants.of(events.resolve(Path.of(name).getName(0)));
            return Freshening.of(page, instants).fresh(bare(page), clock.instant(), names);
        } catch (IOException e) {
            throw new UserFault("An answer of the story cannot be read: " + file, e);
        } catch (JsonException e) {
            throw new UserFault("%s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Json bare(Json page) {
        if (!(page instanceof JsonObject(var members))) {
            return page;
        }
        var others = new LinkedHashMap<>(members);
        others.remove(Freshening.NEW);
        return new JsonObject(others);
    }

    private void answer(HttpExchange exchange, String file) throws IOException {
        try (exchange) {
            var body = page(file).write().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
