package earshot.webhook;

import earshot.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An element that should have been readable and was not. It goes to the quarantine queue, and
 * through the same connector again once that is mended.
 *
 * @param reason constant words of the connector's, such as {@code "a comment without an id"}: they
 *     are logged, so nothing that the network sent may be in them
 * @param alone the delivery's body reduced to this one element inside its envelope, in the format
 *     of the network, so that it can be read again by itself; null for the whole delivery, as it
 *     came
 */
public record Unreadable(String reason, @Nullable String alone) {
    public Unreadable(String reason, Json alone) {
        this(reason, alone.write());
    }

    public static Unreadable whole(String reason) {
        return new Unreadable(reason, (String) null);
    }
}
