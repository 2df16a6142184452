package earshot.webhook;

import java.util.List;

/**
 * How a delivery proves where it came from: data, judged in one place, and signed on the sending
 * side in another. The names of settings are those of the environment; a secret that is missing or
 * empty stops the function at its start.
 */
public sealed interface Signature {
    /** The setting that holds the secret. */
    String secret();

    /** Where what proves a delivery stands: all of it is needed, and none of it is kept. */
    List<Proof> proofs();

    /** The status of the answer to a call that has not proved itself. */
    int refusal();

    /**
     * Meta and WebSub hubs that were told so: {@code X-Hub-Signature-256: sha256=} and 64
     * lower-case hexadecimal digits, HMAC-SHA256 over the raw body. The older {@code
     * X-Hub-Signature} beside it is never looked at.
     */
    record HubSha256(String secret) implements Signature {
        static final String HEADER = "x-hub-signature-256";

        @Override
        public List<Proof> proofs() {
            return List.of(new Proof.Header(HEADER));
        }

        @Override
        public int refusal() {
            return 401;
        }
    }

    /**
     * X: {@code x-twitter-webhooks-signature: sha256=} and the base64 of HMAC-SHA256 over the raw
     * body. The handshake is signed with the same key in the same way, so a body that could be one
     * of its tokens proves nothing: see {@link Handshake.Crc}.
     */
    record XSha256(String secret) implements Signature {
        static final String HEADER = "x-twitter-webhooks-signature";

        @Override
        public List<Proof> proofs() {
            return List.of(new Proof.Header(HEADER));
        }

        @Override
        public int refusal() {
            return 401;
        }
    }

    /**
     * WebSub: {@code X-Hub-Signature: method=} and lower-case hexadecimal digits, the method one of
     * sha1, sha256, sha384 and sha512. What does not prove itself is dropped and counted, and
     * answered with 2xx all the same, as the specification has it.
     */
    record WebSub(String secret) implements Signature {
        static final String HEADER = "x-hub-signature";

        @Override
        public List<Proof> proofs() {
            return List.of(new Proof.Header(HEADER));
        }

        @Override
        public int refusal() {
            return 200;
        }
    }
}
