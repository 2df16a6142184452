package earshot.webhook;

/**
 * How a delivery proves where it came from: data, judged in one place. The names of settings are
 * those of the environment; a secret that is missing or empty stops the function at its start.
 */
public sealed interface Signature {
    /** The setting that holds the secret. */
    String secret();

    /**
     * Meta and WebSub hubs that were told so: {@code X-Hub-Signature-256: sha256=} and 64
     * lower-case hexadecimal digits, HMAC-SHA256 over the raw body. The older {@code
     * X-Hub-Signature} beside it is never looked at.
     */
    record HubSha256(String secret) implements Signature {}

    /**
     * X: {@code x-twitter-webhooks-signature: sha256=} and the base64 of HMAC-SHA256 over the raw
     * body. The handshake is signed with the same key in the same way, so a body that could be one
     * of its tokens proves nothing: see {@link Handshake.Crc}.
     */
    record XSha256(String secret) implements Signature {}

    /**
     * WebSub: {@code X-Hub-Signature: method=} and lower-case hexadecimal digits, the method one of
     * sha1, sha256, sha384 and sha512. What does not prove itself is dropped and counted, and
     * answered with 2xx all the same, as the specification has it.
     */
    record WebSub(String secret) implements Signature {}
}
