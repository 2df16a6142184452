package earshot.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What the network gets back, in a type that no browser takes for a page. */
record Answer(int status, String body, @Nullable String allow, String type) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static final Answer OK = of(200);

    static Answer of(int status) {
        return new Answer(status, "", null, TEXT);
    }

    static Answer text(String body) {
        return new Answer(200, body, null, TEXT);
    }

    static Answer json(Json body) {
        return new Answer(200, body.write(), null, "application/json");
    }

    /** The method is of no use here; these are. */
    static Answer useOnly(String methods) {
        return new Answer(405, "", methods, TEXT);
    }

    void write(OutputStream out) throws IOException {
        var headers =
                Json.object()
                        .with("content-type", type)
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
