package earshot.recordings;

import earshot.json.Json;
import earshot.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP request of a network, out of the event that API Gateway made of it. */
public final class RecordedCall {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    private RecordedCall(
            String method, String path, String query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        this.body = body;
    }

    /** A call that never was recorded: without query and headers. */
    public static RecordedCall post(String path, byte[] body) {
        return new RecordedCall("POST", path, "", Map.of(), body);
    }

    /**
     * @throws IllegalArgumentException when the event is none of an HTTP API
     */
    public static RecordedCall of(Json event) {
        var path = event.text("rawPath");
        var method = event.get("requestContext").get("http").text("method");
        if (path == null || method == null) {
            throw new IllegalArgumentException("it has no path or no method");
        }
        var query = event.text("rawQueryString");
        return new RecordedCall(
                method,
                path,
                query == null ? "" : query,
                headers(event.get("headers")),
                body(event));
    }

    private static Map<String, String> headers(Json json) {
        var headers = new TreeMap<String, String>();
        if (json instanceof JsonObject(var members)) {
            members.forEach(
                    (name, value) -> {
                        var text = value.text();
                        if (text != null) {
                            headers.put(name.toLowerCase(Locale.ROOT), text);
                        }
                    });
        }
        return headers;
    }

    private static byte[] body(Json event) {
        var body = event.text("body");
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.flag("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    public RecordedCall withBody(byte[] other) {
        return new RecordedCall(method, path, query, headers, other);
    }

    /**
     * @param name in lower case
     */
    public RecordedCall withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new RecordedCall(method, path, query, more, body);
    }

    public String method() {
        return method;
    }

    /** Without the query. */
    public String path() {
        return path;
    }

    /** The path, and the query where there is one. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The folder of the function that it is for, which its path ends with. */
    public String function() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** By lower-case name, in their order. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Not a copy. */
    public byte[] body() {
        return body;
    }
}
