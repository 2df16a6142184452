package earshot.webhook;

import earshot.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call by a network, after it has proved where it came from: bytes, not yet understood. */
public final class Delivery {
    private final Instant receivedAt;
    private final String requestId;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable String account;

    /**
     * @param requestId of the front door, for logs
     * @param headers by lower-case name
     * @param body exactly as it came; not copied
     * @param account the account whose own secret proved it; null when the secret serves all
     */
    public Delivery(
            Instant receivedAt,
            String requestId,
            Map<String, String> headers,
            byte[] body,
            @Nullable String account) {
        this.receivedAt = receivedAt;
        this.requestId = requestId;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.account = account;
    }

    /**
     * What was asked for and is proved by having been asked for.
     *
     * @param account whose token it was got with, or null
     */
    public static Delivery fetched(
            Instant receivedAt, String requestId, Json resource, @Nullable String account) {
        return new Delivery(
                receivedAt,
                requestId,
                Map.of("content-type", "application/json"),
                resource.write().getBytes(StandardCharsets.US_ASCII),
                account);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String requestId() {
        return requestId;
    }

    /** By lower-case name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The raw bytes; not a copy. */
    public byte[] body() {
        return body;
    }

    public @Nullable String account() {
        return account;
    }

    /**
     * The body as JSON.
     *
     * @throws earshot.json.JsonException when it is none
     */
    public Json json() {
        return Json.parse(body);
    }
}
