package earshot.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lambda's side of the runtime API (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), for
 * one event. A function that starts from a snapshot asks for its restore first, once its hooks have
 * run, and is restored at once.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern FAILURE = Pattern.compile("/error: |\"statusCode\":(?!200)");

    private final HttpServer server;
    private final byte[] event;
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicBoolean restored = new AtomicBoolean();
    private final AtomicReference<Runnable> onRestore = new AtomicReference<>(() -> {});
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    RuntimeApi(byte[] event) throws IOException {
        this.event = event;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT + "restore/next", this::restore);
        server.createContext(ROOT, this::answered);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives the event out once; who asks again waits until the end. */
    private void next(HttpExchange exchange) throws IOException {
        if (given.getAndSet(true)) {
            return;
        }
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            // AWS's loop crashes where there is none.
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", "00000000-0000-4000-8000-000000000000");
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(Long.MAX_VALUE / 2));
            headers.set(
                    "Lambda-Runtime-Invoked-Function-Arn",
                    "arn:aws:lambda:eu-west-1:000000000000:function:cold");
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        }
    }

    private void restore(HttpExchange exchange) throws IOException {
        try (exchange) {
            restored.set(true);
            onRestore.get().run();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Looks when the function asks for its restore; it still waits. */
    void onRestore(Runnable look) {
        onRestore.set(look);
    }

    /** Whether the function has asked for its restore. */
    boolean isRestored() {
        return restored.get();
    }

    private void answered(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer.complete(path.endsWith("/response") ? body : path + ": " + body);
    }

    /**
     * Looks as soon as the answer has come; the caller still waits for its receipt.
     *
     * @throws IllegalStateException when it answered with a failure or not at all
     */
    <T> T onAnswer(Supplier<T> look) throws InterruptedException {
        var text = answer();
        var seen = look.get();
        if (FAILURE.matcher(text).find()) {
            throw new IllegalStateException("Answered: " + text);
        }
        return seen;
    }

    /**
     * What the function answered; of a failure, the path that it was told to, a colon and what it
     * said.
     *
     * @throws IllegalStateException when none came
     */
    String answer() throws InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("No answer", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
