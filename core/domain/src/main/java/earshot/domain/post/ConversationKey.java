package earshot.domain.post;

/**
 * What one case at a time is about: a thread, a chat, a review. Spelled {@code <network>:<key>}
 * with the key as {@link KeyPart} writes it; this text is the partition of the case table.
 */
public record ConversationKey(String value) {
    public ConversationKey {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1 || value.indexOf('~') >= 0) {
            throw new IllegalArgumentException("A conversation is network:key, not: " + value);
        }
    }

    /** The conversation that a post begins. */
    public static ConversationKey of(PostId root) {
        return new ConversationKey(root.key());
    }

    /** The private conversation of one customer with one account of ours. */
    public static ConversationKey direct(Network network, String account, String customer) {
        return new ConversationKey(network.slug() + ":" + KeyPart.of(account + "/" + customer));
    }

    public Network network() {
        return new Network(value.substring(0, value.indexOf(':')));
    }

    @Override
    public String toString() {
        return value;
    }
}
