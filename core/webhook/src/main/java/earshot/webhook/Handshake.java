package earshot.webhook;

/** How a network checks that a URL is ours, before it sends anything: data, judged in one place. */
public sealed interface Handshake {
    /**
     * Meta: {@code GET ?hub.mode=subscribe&hub.verify_token=...&hub.challenge=...}, answered with
     * the challenge as it came.
     *
     * @param token the setting that holds the verify token
     */
    record VerifyToken(String token) implements Handshake {}

    /** The network does not ask. */
    record None() implements Handshake {}
}
