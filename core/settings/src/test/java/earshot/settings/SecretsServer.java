package earshot.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers as Secrets Manager does: the operation in a header, JSON 1.1, and a fault as a 400 with
 * its type.
 */
final class SecretsServer implements AutoCloseable {
    static final String ARN =
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:/earshot/prod/facebook-Ab1Cd2";
    final List<String> calls = new ArrayList<>();
    private final HttpServer server;
    private int status;
    private String answer = "";

    private SecretsServer(HttpServer server) {
        this.server = server;
    }

    static SecretsServer start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var started = new SecretsServer(HttpServer.create(address, 0));
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    /** From now on this is the secret's text. */
    SecretsServer holds(String secret) {
        return answers(
                200,
                """
                {"ARN":"%s","CreatedDate":1.523477145713E9,"Name":"/earshot/prod/facebook",\
                "SecretString":%s,"VersionId":"EXAMPLE1","VersionStages":["AWSCURRENT"]}"""
                        .formatted(ARN, Json.of(secret).write()));
    }

    SecretsServer answers(int nextStatus, String nextAnswer) {
        status = nextStatus;
        answer = nextAnswer;
        return this;
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "example",
                "AWS_SESSION_TOKEN", "token",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "EARSHOT_SECRETS", ARN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(
                String.join(
                        "\n",
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        String.valueOf(headers.getFirst("X-Amz-Target")),
                        String.valueOf(headers.getFirst("Content-Type")),
                        String.valueOf(headers.getFirst("Authorization")),
                        String.valueOf(headers.getFirst("X-Amz-Security-Token")),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        var bytes = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
