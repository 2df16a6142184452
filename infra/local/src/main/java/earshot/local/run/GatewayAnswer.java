package earshot.local.run;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.text.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param body text, or bytes in base64
 */
record GatewayAnswer(
        int status,
        Map<String, String> headers,
        List<String> cookies,
        String body,
        boolean isBase64Encoded) {
    static GatewayAnswer message(int status, String message) {
        return json(status, Json.object().with("message", message).write());
    }

    private static GatewayAnswer json(int status, String body) {
        return new GatewayAnswer(
                status, Map.of("content-type", "application/json"), List.of(), body, false);
    }

    static GatewayAnswer of(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Answered(String output) -> read(output);
            case Invocation.Failed _ -> message(500, "Internal Server Error");
            case Invocation.TimedOut() -> message(503, "Service Unavailable");
        };
    }

    /**
     * A function's answer in payload format 2.0; one without a status code is the body of a 200.
     */
    private static GatewayAnswer read(String output) {
        try {
            var answer = Json.parse(output);
            if (!answer.has("statusCode")) {
                return json(200, output);
            }
            var status = answer.integer("statusCode");
            return status == null || status < 200 || status > 599
                    ? message(500, "Internal Server Error")
                    : read(status.intValue(), answer);
        } catch (JsonException e) {
            return message(500, "Internal Server Error");
        }
    }

    private static GatewayAnswer read(int status, Json answer) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "text/plain;charset=utf-8");
        if (answer.get("headers") instanceof JsonObject(var members)) {
            members.forEach((name, value) -> put(headers, name, value));
        }
        var cookies = new ArrayList<String>();
        for (var cookie : answer.items("cookies")) {
            var text = cookie.text();
            if (text != null) {
                cookies.add(text);
            }
        }
        var body = answer.text("body");
        boolean encoded = Boolean.TRUE.equals(answer.flag("isBase64Encoded"));
        return new GatewayAnswer(status, headers, cookies, body == null ? "" : body, encoded);
    }

    private static void put(Map<String, String> headers, String name, Json value) {
        var text = value.text();
        if (text != null) {
            headers.put(name.toLowerCase(Locale.ROOT), text);
        }
    }

    byte[] bytes() {
        return isBase64Encoded
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
