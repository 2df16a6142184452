package earshot.domain.post;

import org.jspecify.annotations.Nullable;

/** Who wrote a post, as the network tells it. */
public sealed interface Author {
    /** Anybody but us. Every part may be missing: mentions arrive without an author. */
    record Customer(
            @Nullable String id,
            @Nullable String handle,
            @Nullable String name,
            @Nullable Long followers)
            implements Author {
        public static final Customer UNKNOWN = new Customer(null, null, null, null);

        /**
         * With what another delivery tells of the same person; of followers the most. Itself where
         * the other is somebody else.
         */
        public Customer filledBy(Customer other) {
            if (equals(UNKNOWN)) {
                return other;
            }
            if (id == null || !id.equals(other.id)) {
                return this;
            }
            return new Customer(
                    id,
                    handle == null ? other.handle : handle,
                    name == null ? other.name : name,
                    followers == null || (other.followers != null && other.followers > followers)
                            ? other.followers
                            : followers);
        }
    }

    /**
     * An account of ours.
     *
     * @param appId the app that sent it, where the network tells (Messenger echoes)
     */
    record Ourselves(@Nullable String id, @Nullable String name, @Nullable String appId)
            implements Author {}
}
