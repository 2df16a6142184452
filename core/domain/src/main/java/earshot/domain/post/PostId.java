package earshot.domain.post;

import java.nio.charset.StandardCharsets;

/**
 * The network's own id of a post, unique within the network. Never a number: ids pass 2^53.
 *
 * @param value 1 to 2,048 bytes of UTF-8
 */
public record PostId(Network network, String value) implements Comparable<PostId> {
    public static final int LONGEST = 2048;

    public PostId {
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("A post id has 1 to " + LONGEST + " bytes");
        }
    }

    /** As {@code network:id}, in the spelling of keys. */
    public String key() {
        return network.slug() + ":" + KeyPart.of(value);
    }

    @Override
    public int compareTo(PostId other) {
        int byNetwork = network.slug().compareTo(other.network.slug());
        return byNetwork != 0 ? byNetwork : value.compareTo(other.value);
    }
}
