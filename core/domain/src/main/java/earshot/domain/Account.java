package earshot.domain;

/**
 * An account of ours.
 *
 * @param id as the network names it
 */
public record Account(Network network, String id) {}
