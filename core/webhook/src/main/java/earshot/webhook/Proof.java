package earshot.webhook;

/**
 * A place in a call where something stands that proves it. Whoever has that may have the call
 * believed again, so it is never kept.
 */
public sealed interface Proof {
    /**
     * @param name in lower case
     */
    record Header(String name) implements Proof {}

    /**
     * @param name of a parameter of the query
     */
    record Parameter(String name) implements Proof {}

    /**
     * @param name of a member of the body, which is a JSON object
     */
    record Member(String name) implements Proof {}
}
