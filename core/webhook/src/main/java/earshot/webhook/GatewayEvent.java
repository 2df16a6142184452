package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.json.JsonObject;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP call as API Gateway (payload 2.0) and function URLs hand it over, before anything is
 * proved.
 *
 * @param rawQuery undecoded, without the question mark
 * @param headers by lower-case name; what came several times is joined by a comma
 */
record GatewayEvent(
        String method,
        String requestId,
        String rawQuery,
        Map<String, String> headers,
        RawBody body) {

    /**
     * @throws earshot.json.JsonException when the event is not what a gateway sends
     */
    static GatewayEvent of(Json event) {
        var context = event.get("requestContext");
        return new GatewayEvent(
                orEmpty(context.get("http"), "method"),
                orEmpty(context, "requestId"),
                orEmpty(event, "rawQueryString"),
                headers(event.get("headers")),
                body(event));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static RawBody body(Json event) {
        var body = orEmpty(event, "body");
        boolean encoded = Boolean.TRUE.equals(event.flag("isBase64Encoded"));
        return new RawBody(encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(Json json) {
        Map<String, String> headers = new HashMap<>();
        if (json instanceof JsonObject object) {
            for (var name : object.members().keySet()) {
                headers.merge(
                        name.toLowerCase(Locale.ROOT),
                        orEmpty(object, name),
                        (one, other) -> one + "," + other);
            }
        }
        return headers;
    }

    private static String orEmpty(Json json, String name) {
        var text = json.text(name);
        return text == null ? "" : text;
    }

    /** The body as it came: bytes, not yet proved. */
    static final class RawBody {
        private final byte[] bytes;

        RawBody(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
