package earshot.casebook;

import java.time.Instant;

/**
 * What a post of an account looked like when it was last sent.
 *
 * @param fingerprint of all that an edit may change
 * @param published where it stands in the order of the network's list
 * @param children how many answers to it were told of and have been sent
 * @param root the id of the post at the top of its thread, which may be itself
 * @param walk what brought it; the poller's own
 */
public record Seen(String fingerprint, Instant published, int children, String root, long walk) {}
