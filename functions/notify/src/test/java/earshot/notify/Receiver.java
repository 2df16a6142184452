package earshot.notify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A webhook receiver on loopback that keeps what it was sent. */
final class Receiver implements AutoCloseable {
    /** Leaves the caller without an answer. */
    static final int SILENCE = 0;

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Call> answer = _ -> 204;

    /**
     * One call.
     *
     * @param number from 1
     * @param headers by their names in small letters
     * @param body each byte a character
     */
    record Call(int number, Map<String, String> headers, String body, int status) {
        boolean isSignedWith(String secret, Instant now) {
            return new Verifier(secret).accepts(headers, body.getBytes(ISO_8859_1), now);
        }

        Json json() {
            return Json.parse(body);
        }

        String type() {
            return String.valueOf(json().text("type"));
        }

        String id() {
            return String.valueOf(headers.get("webhook-id"));
        }

        /** The notices that it holds, alone or as a list. */
        List<Json> notices() {
            var inside = json().get("data");
            return type().equals("notice") ? List.of(inside) : inside.items("notices");
        }

        List<String> keys() {
            return texts("key");
        }

        List<String> texts(String name) {
            return notices().stream().map(notice -> String.valueOf(notice.text(name))).toList();
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(server);
        server.createContext("/", receiver::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return receiver;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notices");
    }

    /** Answers with a status from now on. */
    void answers(ToIntFunction<Call> status) {
        answer = status;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls that it took. */
    List<Call> taken() {
        return calls.stream().filter(call -> call.status() / 100 == 2).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers =
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        header -> String.join(",", header.getValue())));
        var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        Call call;
        synchronized (calls) {
            var asked = new Call(calls.size() + 1, headers, body, SILENCE);
            call = new Call(asked.number(), headers, body, answer.applyAsInt(asked));
            calls.add(call);
        }
        if (call.status() != SILENCE) {
            exchange.getResponseHeaders().set("location", "/elsewhere");
            exchange.sendResponseHeaders(call.status(), -1);
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
