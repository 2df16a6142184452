package earshot.domain;

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
    }

    /**
     * An account of ours.
     *
     * @param appId the app that sent it, where the network tells (Messenger echoes)
     */
    record Ourselves(@Nullable String id, @Nullable String name, @Nullable String appId)
            implements Author {}
}
