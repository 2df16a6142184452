package earshot.domain.policy;

import earshot.domain.post.Network;

/**
 * An account of ours.
 *
 * @param id as the network names it
 */
public record Account(Network network, String id) {}
