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
}
