package earshot.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret that is valid now: there may be several, while one is being replaced by the next and
 * where each account has its own.
 *
 * @param account the account of ours that it belongs to; null when it serves all
 */
public record LiveSecret(Secret secret, @Nullable String account) {
    /**
     * The one to ask a network with, or to be asked with: the account's own, else the one that
     * serves all; the first where one replaces the other. Empty where there is neither.
     */
    public static Optional<Secret> of(List<LiveSecret> live, String account) {
        return first(live, account).or(() -> first(live, null));
    }

    private static Optional<Secret> first(List<LiveSecret> live, @Nullable String account) {
        return live.stream()
                .filter(each -> Objects.equals(account, each.account()))
                .findFirst()
                .map(LiveSecret::secret);
    }
}
