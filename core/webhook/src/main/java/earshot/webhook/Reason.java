package earshot.webhook;

import earshot.domain.WireWord;

/**
 * Why an element of a delivery was not read, or is not needed: one of a few constants that its
 * reader owns, so nothing that a network sent is ever in it. An enum of the reader's implements
 * this.
 */
public interface Reason extends WireWord {
    /** For people, who find it in the quarantine. {@link #word} is for logs, and is counted. */
    String sentence();
}
