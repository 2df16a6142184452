package earshot.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Where notices are posted to: remembers when each came first. */
final class NoticeBox implements AutoCloseable {
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private final HttpServer server;

    NoticeBox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notices";
    }

    /** By the notice's key. */
    Map<String, Instant> arrivals() {
        return arrivals;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var now = Instant.now();
        try (exchange) {
            var told = Json.parse(exchange.getRequestBody().readAllBytes()).get("data");
            var notices = told.has("notices") ? told.items("notices") : List.of(told);
            for (var notice : notices) {
                var key = notice.text("key");
                if (key != null) {
                    arrivals.putIfAbsent(key, now);
                }
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
