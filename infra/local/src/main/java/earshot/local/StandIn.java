package earshot.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Json> pages;
    private final Map<String, String> variables;

    private StandIn(HttpServer server, Map<String, Json> pages, Map<String, String> variables) {
        this.server = server;
        this.pages = Map.copyOf(pages);
        this.variables = Map.copyOf(variables);
    }

    /**
     * @param apis by the variable that tells a function where the API is: file by path
     * @param events the folder of the files
     */
    static StandIn start(Json apis, Path events, NewIds names, Instant now) {
        var server = server();
        var pages = new HashMap<String, Json>();
        var variables = new LinkedHashMap<String, String>();
        if (apis instanceof JsonObject(var byVariable)) {
            byVariable.forEach(
                    (variable, paths) -> {
                        var base = "/" + variables.size();
                        variables.put(variable, address(server) + base);
                        ((JsonObject) paths)
                                .members()
                                .forEach(
                                        (path, file) -> {
                                            var name = Objects.requireNonNull(file.text(), path);
                                            var page = page(events.resolve(name), names, now);
                                            pages.put(name, page);
                                            serve(server, base + path, page);
                                        });
                    });
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new StandIn(server, pages, variables);
    }

    /** Where each API answers, by the variable that a function reads it from. */
    Map<String, String> variables() {
        return variables;
    }

    /** What is answered out of a file. */
    Json page(String file) {
        return Objects.requireNonNull(pages.get(file), () -> "no API answers with " + file);
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

    private static Json page(Path file, NewIds names, Instant now) {
        var moves = Moves.beside(file);
        try {
            return moves.renamed(moves.toNow(Json.parse(Files.readAllBytes(file)), now), names);
        } catch (IOException e) {
            throw new UserFault("An answer of the story cannot be read: " + file, e);
        } catch (JsonException e) {
            throw new UserFault("%s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void serve(HttpServer server, String path, Json page) {
        var body = page.write().getBytes(StandardCharsets.US_ASCII);
        server.createContext(path, exchange -> answer(exchange, body));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
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
