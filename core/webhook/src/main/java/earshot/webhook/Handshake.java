package earshot.webhook;

import java.util.List;

/** How a network checks that a URL is ours, before it sends anything: data, judged in one place. */
public sealed interface Handshake {
    /** The settings that it is answered with. */
    List<String> settings();

    /**
     * Meta: {@code GET ?hub.mode=subscribe&hub.verify_token=...&hub.challenge=...}, answered with
     * the challenge as it came.
     *
     * @param token the setting that holds the verify token
     */
    record VerifyToken(String token) implements Handshake {
        @Override
        public List<String> settings() {
            return List.of(token);
        }
    }

    /**
     * X's challenge-response check: {@code GET ?crc_token=...}, answered with {@code
     * {"response_token":"sha256=..."}}, the base64 of HMAC-SHA256 over the token.
     *
     * <p>The key is that of the deliveries, so whoever may choose the token may have anything
     * signed. Only what {@link CrcToken} takes is answered, and nothing of that shape is ever a
     * delivery.
     *
     * @param secret the setting that holds the consumer secret
     */
    record Crc(String secret) implements Handshake {
        @Override
        public List<String> settings() {
            return List.of(secret);
        }
    }

    /**
     * WebSub: {@code GET ?hub.mode=subscribe&hub.topic=...&hub.challenge=...}, answered with the
     * challenge when it is us who asked for that topic. Whoever asks, asks with a callback that
     * says so: see {@link WebSubTopic#asked}.
     *
     * @param secret the setting that holds the hub's secret
     */
    record WebSub(String secret) implements Handshake {
        @Override
        public List<String> settings() {
            return List.of(secret);
        }
    }

    /** The network does not ask. */
    record None() implements Handshake {
        @Override
        public List<String> settings() {
            return List.of();
        }
    }
}
