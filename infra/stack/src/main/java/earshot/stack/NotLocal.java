package earshot.stack;

/**
 * A resource of the template that has no meaning on one machine, and why.
 *
 * @param reason a sentence
 */
public record NotLocal(String logicalId, String type, String reason) {}
