package earshot.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import earshot.local.text.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Lambda's own API, as far as commands need it: a function is called by its name. It has a port of
 * its own, because the front door's is the one that people tunnel to the internet, and whoever may
 * call a function by name is one of us.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class InvokeDoor implements AutoCloseable {
    private static final Pattern INVOKE =
            Pattern.compile("/2015-03-31/functions/([A-Za-z0-9_-]{1,64})/invocations");
    private static final int LARGEST = 6 * 1024 * 1024;

    /** No page of a local browser can send such a header without asking first. */
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=" + EmbeddedServers.ACCESS_KEY_ID + "/";

    private final HttpServer server;
    private volatile List<HostedFunction> functions = List.of();

    private InvokeDoor(HttpServer server) {
        this.server = server;
    }

    /** Takes a free port of the loopback interface; callers wait until {@link #open}. */
    static InvokeDoor start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new InvokeDoor(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://" + EmbeddedServers.HOST + ":" + server.getAddress().getPort());
    }

    void open(List<HostedFunction> called) {
        functions = List.copyOf(called);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /**
     * An answer in Lambda's words.
     *
     * @param header name and value of the one header that says what went wrong; empty for none
     */
    private record Answer(int status, List<String> header, String body) {
        static Answer fault(int status, String type, String message) {
            var body = Json.object().with("Type", "User").with("Message", message).write();
            return new Answer(status, List.of("x-amzn-ErrorType", type), body);
        }

        static Answer failed(String type, String message) {
            var body = Json.object().with("errorMessage", message).with("errorType", type).write();
            return new Answer(200, List.of("X-Amz-Function-Error", "Unhandled"), body);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answerTo(exchange);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.header().isEmpty()) {
                exchange.getResponseHeaders().set(answer.header().get(0), answer.header().get(1));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException, InterruptedException {
        var headers = exchange.getRequestHeaders();
        var authorization = Objects.requireNonNullElse(headers.getFirst("Authorization"), "");
        if (!authorization.startsWith(SIGNED)) {
            return Answer.fault(403, "AccessDeniedException", "Sign with the local credentials");
        }
        var asked = INVOKE.matcher(exchange.getRequestURI().getPath());
        if (!exchange.getRequestMethod().equals("POST") || !asked.matches()) {
            return Answer.fault(404, "UnknownOperationException", "Only Invoke is known here");
        }
        var function = named(asked.group(1));
        if (function.isEmpty()) {
            var message = "Function not found: " + asked.group(1);
            return Answer.fault(404, "ResourceNotFoundException", message);
        }
        var event = exchange.getRequestBody().readNBytes(LARGEST + 1);
        return event.length > LARGEST
                ? Answer.fault(413, "RequestTooLargeException", "An event has at most 6 MB")
                : answer(function.get().invoke(event));
    }

    private Optional<HostedFunction> named(String name) {
        return functions.stream()
                .filter(function -> function.resource().name().equals(name))
                .findFirst();
    }

    private static Answer answer(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Answered(var output) -> new Answer(200, List.of(), output);
            case Invocation.Failed(var cause) ->
                    Answer.failed(cause.getClass().getName(), String.valueOf(cause.getMessage()));
            case Invocation.TimedOut() ->
                    Answer.failed("Sandbox.Timedout", "It was stopped at its timeout");
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
