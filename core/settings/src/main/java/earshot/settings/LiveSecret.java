package earshot.settings;

import org.jspecify.annotations.Nullable;

/**
 * A secret that is valid now: there may be several, while one is being replaced by the next and
 * where each account has its own.
 *
 * @param account the account of ours that it belongs to; null when it serves all
 */
public record LiveSecret(Secret secret, @Nullable String account) {}
