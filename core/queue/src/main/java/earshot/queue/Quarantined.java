package earshot.queue;

import earshot.domain.post.Network;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proved delivery that could not be read, kept as it came until a mended reader takes it. */
public final class Quarantined {
    private final String id;
    private final Network network;
    private final String reason;
    private final Instant receivedAt;
    private final @Nullable String account;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param id unique: its parts find each other by it
     * @param reason in constant words, never the network's
     * @param account whose own secret proved it; null when the secret serves all
     * @param headers without signatures, secrets, cookies
     * @param body not copied
     */
    public Quarantined(
            String id,
            Network network,
            String reason,
            Instant receivedAt,
            @Nullable String account,
            Map<String, String> headers,
            byte[] body) {
        this.id = id;
        this.network = network;
        this.reason = reason;
        this.receivedAt = receivedAt;
        this.account = account;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public String id() {
        return id;
    }

    public Network network() {
        return network;
    }

    public String reason() {
        return reason;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable String account() {
        return account;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The raw bytes; not a copy. */
    public byte[] body() {
        return body;
    }
}
