package earshot.casebook;

import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is filed, claimed once and for ever.
 *
 * @param conversation null while nobody has claimed it
 * @param owner whose post it is, once the post itself has come; null while it is only spoken of
 * @param namedOthers a delivery named its author, who is not of ours; it need not have come itself
 * @param hintedOurs somebody took it for a post of ours before it came
 * @param early what happened to it before it came
 * @param hinted the conversations that were filed on that hint
 */
public record Address(
        @Nullable ConversationKey conversation,
        @Nullable Owner owner,
        boolean namedOthers,
        boolean hintedOurs,
        List<Activity> early,
        List<ConversationKey> hinted) {
    static final Address UNKNOWN = new Address(null, null, false, false, List.of(), List.of());

    public Address {
        early = List.copyOf(early);
        hinted = List.copyOf(hinted);
    }

    /** Whose post it is. */
    public enum Owner implements earshot.domain.WireWord {
        CUSTOMER,
        OURS
    }

    /** Whether it is known to be somebody else's: itself, or by what a delivery named. */
    public boolean isOthers() {
        return owner == Owner.CUSTOMER || (owner == null && namedOthers);
    }

    /** Whether it is known to be ours and in no customer's conversation. */
    public boolean isOwnRoot(ConversationKey itself) {
        return owner == Owner.OURS && itself.equals(conversation);
    }
}
