package earshot.domain.policy;

import earshot.domain.WireWord;

/** Who wrote a post, as it matters to a clock. Customers come first in the total order of posts. */
public enum Side implements WireWord {
    /** Somebody who waits for us. */
    CUSTOMER,
    /** One of us, through the support tool: an echo with our app's id. */
    AGENT,
    /** One of us, in the network's own app: any other post of our account. */
    NATIVE,
    /**
     * The network's automatic reply or our own bot, as the policy names them. It answers nobody.
     */
    AUTOMATIC;

    public boolean isOurs() {
        return this != CUSTOMER;
    }

    /** Whether a post of this side answers a waiting customer. */
    public boolean answers() {
        return this == AGENT || this == NATIVE;
    }
}
