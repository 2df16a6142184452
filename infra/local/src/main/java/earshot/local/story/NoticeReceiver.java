package earshot.local.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.local.run.EmbeddedServers;
import earshot.local.text.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Where notices go that are sent to nobody else: it checks their signature as any receiver should,
 * and hands on what they say.
 */
public final class NoticeReceiver implements AutoCloseable {
    private static final int LONGEST = 1024 * 1024;

    private final HttpServer server;
    private final StandardWebhook scheme;
    private final Clock clock;
    private final Console console;
    private final Consumer<Json> reader;

    private NoticeReceiver(
            HttpServer server,
            StandardWebhook scheme,
            Clock clock,
            Console console,
            Consumer<Json> reader) {
        this.server = server;
        this.scheme = scheme;
        this.clock = clock;
        this.console = console;
        this.reader = reader;
    }

    public static NoticeReceiver start(
            String secret, Clock clock, Console console, Consumer<Json> reader) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            var receiver =
                    new NoticeReceiver(server, new StandardWebhook(secret), clock, console, reader);
            server.createContext("/notices", receiver::receive);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        var port = server.getAddress().getPort();
        return URI.create("http://" + EmbeddedServers.HOST + ":" + port + "/notices");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LONGEST);
            var refusal =
                    scheme.refusal(
                            header(exchange, "webhook-id"),
                            header(exchange, "webhook-timestamp"),
                            header(exchange, "webhook-signature"),
                            body,
                            clock.instant());
            if (refusal.isPresent()) {
                console.fault("A notice was refused: " + refusal.get());
            } else {
                reader.accept(Json.parse(body));
            }
            exchange.sendResponseHeaders(refusal.isPresent() ? 401 : 204, -1);
        } catch (JsonException e) {
            console.fault("A notice is no JSON: " + e.getMessage());
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
