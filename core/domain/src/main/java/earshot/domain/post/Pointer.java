package earshot.domain.post;

import org.jspecify.annotations.Nullable;

/**
 * A thin event: the network tells that something is there, and not what. The network's fetch
 * function gets the resource and reads it through the same connector.
 *
 * @param kind the network's word for what happened, such as {@code mention/comment/add}
 * @param id the network's own id of the resource
 * @param account the account of ours that was told, as the network names it
 * @param under the post that it stands under, where the network tells
 * @param seen when it happened
 */
public record Pointer(
        Network network,
        String kind,
        String id,
        String account,
        @Nullable String under,
        Moment seen) {
    public Pointer {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A pointer without an id points at nothing");
        }
    }
}
