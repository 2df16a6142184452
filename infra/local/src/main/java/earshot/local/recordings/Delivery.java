package earshot.local.recordings;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One HTTP request of a network: taken from an event file, which holds the event that API Gateway
 * made of it.
 */
public final class Delivery {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param path with the query
     * @param headers by lower-case name, without those that the connection sets itself
     */
    Delivery(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * @throws UserFault when the file is missing or no such event
     */
    public static Delivery read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserFault("There is no event file " + file);
        }
        try {
            return of(Json.parse(Files.readAllBytes(file)));
        } catch (JsonException e) {
            throw new UserFault(file + " is no JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserFault(file + " is no event of an HTTP API: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserFault(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Delivery of(Json event) {
        var path = event.text("rawPath");
        var method = event.get("requestContext").get("http").text("method");
        if (path == null || method == null) {
            throw new IllegalArgumentException("it has no path or no method");
        }
        var query = event.text("rawQueryString");
        var target = query == null || query.isEmpty() ? path : path + "?" + query;
        return new Delivery(method, target, headers(event.get("headers")), body(event));
    }

    private static Map<String, String> headers(Json json) {
        var headers = new TreeMap<String, String>();
        if (json instanceof JsonObject(var members)) {
            members.forEach(
                    (name, value) -> {
                        var text = value.text();
                        if (text != null && !OF_THE_CONNECTION.contains(name)) {
                            headers.put(name, text);
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

    Delivery withBody(byte[] other) {
        return new Delivery(method, path, headers, other);
    }

    Delivery withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Delivery(method, path, more, body);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Not a copy. */
    public byte[] body() {
        return body;
    }
}
