package earshot.local.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receiving side of Standard Webhooks (standardwebhooks.com), written apart from the sending
 * side, so that each proves the other.
 *
 * @param secret {@code whsec_} and the key in base64
 */
record StandardWebhook(String secret) {
    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * @param signatures one or more of {@code v1,<base64>}, separated by spaces
     * @return why the call is refused; empty when it is genuine
     */
    Optional<String> refusal(
            String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}")) {
            return Optional.of("it has no id or no timestamp");
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("its timestamp is over five minutes off");
        }
        var expected =
                ("v1," + mac(id + "." + timestamp + ".", body)).getBytes(StandardCharsets.UTF_8);
        for (var signature : signatures.split(" ", -1)) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
        }
        return Optional.of("no signature fits");
    }

    private String mac(String head, byte[] body) {
        try {
            var encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(encoded), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
