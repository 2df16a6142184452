package earshot.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What the network gets back: plain text that no browser takes for anything else. */
record Answer(int status, String body, @Nullable String allow) {
    static final Answer OK = of(200);

    static Answer of(int status) {
        return new Answer(status, "", null);
    }

    static Answer text(String body) {
        return new Answer(200, body, null);
    }

    void write(OutputStream out) throws IOException {
        var headers =
                Json.object()
                        .with("content-type", "text/plain; charset=utf-8")
                        .with("x-content-type-options", "nosniff")
                        .with("allow", allow);
        var answer =
                Json.object()
                        .with("statusCode", status)
                        .with("headers", headers.build())
                        .with("body", body)
                        .with("isBase64Encoded", false);
        out.write(answer.write().getBytes(US_ASCII));
    }
}
