package earshot.local.run;

import earshot.json.Json;
import earshot.json.JsonMembers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as API Gateway hands it to a function: payload format 2.0 of an HTTP API.
 *
 * @param path as it was sent, percent-encoding included
 * @param query as it was sent, without the question mark; empty for none
 * @param headers as they were sent; the case of names does not matter
 */
record GatewayRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String sourceIp,
        Instant at,
        String requestId) {
    private static final DateTimeFormatter ACCESS_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * The event that the function receives.
     *
     * @param routeKey such as {@code POST /webhooks/facebook}
     * @param body as it was sent
     */
    byte[] event(String routeKey, byte[] body) {
        var joined = joinedHeaders();
        var text = text(joined, body);
        var event =
                Json.object()
                        .with("version", "2.0")
                        .with("routeKey", routeKey)
                        .with("rawPath", path)
                        .with("rawQueryString", query)
                        .withTexts("cookies", cookies())
                        .with("headers", members(joined).build());
        if (!query.isEmpty()) {
            event.with("queryStringParameters", members(Query.joined(query)).build());
        }
        event.with("requestContext", context(routeKey, joined));
        if (body.length > 0) {
            event.with("body", text != null ? text : Base64.getEncoder().encodeToString(body));
        }
        return event.with("isBase64Encoded", body.length > 0 && text == null)
                .write()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Json context(String routeKey, Map<String, String> joined) {
        var http =
                Json.object()
                        .with("method", method)
                        .with("path", path)
                        .with("protocol", "HTTP/1.1")
                        .with("sourceIp", sourceIp)
                        .with("userAgent", joined.getOrDefault("user-agent", ""));
        return Json.object()
                .with("accountId", EmbeddedServers.ACCOUNT)
                .with("apiId", "local")
                .with("domainName", joined.getOrDefault("host", "localhost"))
                .with("http", http.build())
                .with("requestId", requestId)
                .with("routeKey", routeKey)
                .with("stage", "$default")
                .with("time", ACCESS_LOG.format(at))
                .with("timeEpoch", Json.of(at.toEpochMilli()))
                .build();
    }

    /** Names in lower case, repeated headers joined by a comma, cookies apart. */
    private Map<String, String> joinedHeaders() {
        var joined = new TreeMap<String, String>();
        headers.forEach(
                (name, values) ->
                        joined.merge(
                                name.toLowerCase(Locale.ROOT),
                                String.join(",", values),
                                (one, other) -> one + "," + other));
        joined.remove("cookie");
        return joined;
    }

    private List<String> cookies() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("cookie"))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> List.of(value.split("; ?", -1)).stream())
                .toList();
    }

    /** The body as text, where API Gateway takes it for text; null where it goes as base64. */
    private @Nullable String text(Map<String, String> joined, byte[] body) {
        var type = joined.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        boolean textual =
                type.startsWith("text/")
                        || type.startsWith("application/json")
                        || type.startsWith("application/javascript")
                        || type.startsWith("application/xml")
                        || type.contains("+json")
                        || type.contains("+xml");
        if (!textual || joined.containsKey("content-encoding")) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static JsonMembers members(Map<String, String> texts) {
        var members = Json.object();
        texts.forEach((name, value) -> members.with(name, value));
        return members;
    }
}
