package earshot.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver's side of the Standard Webhooks specification; shares nothing with the sender's. */
record Verifier(String secret) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST_SIGNATURES = 16;

    /**
     * @param headers by their names in small letters
     */
    boolean accepts(Map<String, String> headers, byte[] body, Instant now) {
        var id = headers.getOrDefault("webhook-id", "");
        var timestamp = headers.getOrDefault("webhook-timestamp", "");
        var offered = headers.getOrDefault("webhook-signature", "").split(" ", -1);
        if (id.isEmpty() || id.contains(".") || offered.length > MOST_SIGNATURES) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        var expected = expected(id, timestamp, body);
        return Arrays.stream(offered).anyMatch(one -> same(one, expected));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private String expected(String id, String timestamp, byte[] body) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(id.getBytes(UTF_8));
        signed.write('.');
        signed.writeBytes(timestamp.getBytes(UTF_8));
        signed.write('.');
        signed.writeBytes(body);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
