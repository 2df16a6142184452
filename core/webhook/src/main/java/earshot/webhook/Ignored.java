package earshot.webhook;

/**
 * An element that nobody needs: a normal value, counted and never an error.
 *
 * @param kind the network's words for it, such as {@code feed/reaction/add}
 * @param reason constant words of the connector's, such as {@code "a reaction is no post"}
 */
public record Ignored(String kind, String reason) {}
