package earshot.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.local.text.Console;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * The HTTP API: the JDK's own server, which spares a dependency and does all that one machine asks.
 * Limits are those of API Gateway.
 */
public final class FrontDoor implements AutoCloseable {
    private static final int LONGEST_BODY = 10 * 1024 * 1024;
    private static final int LONGEST_HEADERS = 10_240;
    private static final int WAITING_CONNECTIONS = 2_048;

    static {
        // Read once by the server's class. Without nodelay a kept connection answers 40 ms late;
        // with few idle connections a crowd of clients finds its connection closed.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2048");
    }

    private final HttpServer server;
    private final Clock clock;
    private final Console console;
    private volatile List<Route> routes = List.of();

    private FrontDoor(HttpServer server, Clock clock, Console console) {
        this.server = server;
        this.clock = clock;
        this.console = console;
    }

    /**
     * Takes the port; callers wait until {@link #open}.
     *
     * @param port 0 for any free one
     * @throws UserFault when the port is taken
     */
    public static FrontDoor on(int port, Clock clock, Console console) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new FrontDoor(HttpServer.create(address, WAITING_CONNECTIONS), clock, console);
        } catch (BindException e) {
            throw new UserFault(
                    "Port %d is taken. Choose another with --port, or end what listens there"
                            .formatted(port),
                    e);
        } catch (IOException e) {
            throw new UserFault("Port %d cannot be opened: %s".formatted(port, e.getMessage()), e);
        }
    }

    public URI address() {
        return URI.create("http://" + EmbeddedServers.HOST + ":" + server.getAddress().getPort());
    }

    public void open(List<Route> opened) {
        routes = opened.stream().sorted(Comparator.comparingInt(Route::variables)).toList();
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answerTo(exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private GatewayAnswer answerTo(HttpExchange exchange) throws IOException, InterruptedException {
        if (headerBytes(exchange) > LONGEST_HEADERS) {
            return GatewayAnswer.message(431, "Request Header Fields Too Large");
        }
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return GatewayAnswer.message(413, "Request Entity Too Large");
        }
        var request = request(exchange);
        var route = route(request);
        if (route.isEmpty()) {
            return GatewayAnswer.message(404, "Not Found");
        }
        var function = route.get().function();
        var invocation = function.invoke(request.event(route.get().key(), body));
        console.failure(function.name(), invocation);
        return GatewayAnswer.of(invocation);
    }

    private Optional<Route> route(GatewayRequest request) {
        return routes.stream()
                .filter(route -> route.takes(request.method(), request.path()))
                .findFirst();
    }

    private GatewayRequest request(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery();
        return new GatewayRequest(
                exchange.getRequestMethod(),
                uri.getRawPath() == null ? "" : uri.getRawPath(),
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                clock.instant(),
                UUID.randomUUID().toString());
    }

    private static int headerBytes(HttpExchange exchange) {
        int bytes = 0;
        for (var header : exchange.getRequestHeaders().entrySet()) {
            for (var value : header.getValue()) {
                bytes += header.getKey().length() + value.length();
            }
        }
        return bytes;
    }

    private static void send(HttpExchange exchange, GatewayAnswer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        answer.cookies().forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
        var body = answer.bytes();
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
