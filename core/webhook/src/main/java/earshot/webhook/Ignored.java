package earshot.webhook;

/**
 * An element that nobody needs: a normal value, counted and never an error.
 *
 * @param kind the network's words for it, such as {@code feed/reaction/add}. It is logged, so
 *     whatever is not the usual shape of such words is written {@code ?}
 * @param reason one of the connector's own
 */
public record Ignored(String kind, Reason reason) {
    private static final int LONGEST = 80;

    public Ignored {
        kind = loggable(kind);
    }

    /** The network's words for a kind as they may be logged. */
    static String loggable(String kind) {
        var out = new StringBuilder();
        for (int i = 0; i < kind.length() && i < LONGEST; i++) {
            char c = kind.charAt(i);
            boolean usual =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "/_-. ".indexOf(c) >= 0;
            out.append(usual ? c : '?');
        }
        return out.toString();
    }
}
