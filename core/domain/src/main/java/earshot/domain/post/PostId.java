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
        if (value.isEmpty() || isTooLong(value)) {
            throw new IllegalArgumentException("A post id has 1 to " + LONGEST + " bytes");
        }
    }

    /** Whether what a network sent could be an id: words of some length, and not too long. */
    public static boolean isOne(String text) {
        return !text.isBlank() && !isTooLong(text);
    }

    /** A text has at least as many bytes as characters. */
    private static boolean isTooLong(String text) {
        return text.length() > LONGEST || text.getBytes(StandardCharsets.UTF_8).length > LONGEST;
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
