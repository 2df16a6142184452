package earshot.webhook;

import earshot.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An element that should have been readable and was not. It goes to the quarantine queue, and
 * through the same connector again once that is mended.
 *
 * @param reason one of the connector's own, or a {@link ReadFault}
 * @param alone the delivery's body reduced to this one element inside its envelope, in the format
 *     of the network, so that it can be read again by itself; null for the whole delivery, as it
 *     came
 */
public record Unreadable(Reason reason, @Nullable String alone) {
    public Unreadable(Reason reason, Json alone) {
        this(reason, alone.write());
    }

    public static Unreadable whole(Reason reason) {
        return new Unreadable(reason, (String) null);
    }
}
