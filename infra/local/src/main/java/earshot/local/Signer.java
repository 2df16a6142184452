package earshot.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a delivery as its network does, by the scheme of the header that it carries: the sending
 * side, written apart from the side that checks it.
 */
record Signer(Surroundings surroundings) {
    private static final String HUB_SHA256 = "x-hub-signature-256";

    /** Signed anew; as it is when it carries no signature. */
    Delivery sign(Delivery delivery) {
        if (!delivery.headers().containsKey(HUB_SHA256)) {
            return delivery;
        }
        var secret = secret(delivery, "APP_SECRET");
        var digest = HexFormat.of().formatHex(hmacSha256(secret, delivery.body()));
        return delivery.withHeader(HUB_SHA256, "sha256=" + digest);
    }

    /** {@code EARSHOT_FACEBOOK_APP_SECRET} for {@code /webhooks/facebook}; the first of several. */
    private String secret(Delivery delivery, String kind) {
        var folder = delivery.path().replaceFirst("[?].*", "").replaceFirst(".*/", "");
        var name = "EARSHOT_" + folder.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + kind;
        var secret = surroundings.get(name).split(",", 2)[0].strip();
        if (secret.isEmpty()) {
            throw new UserFault("To sign for %s, %s must be set".formatted(folder, name));
        }
        return secret;
    }

    private static byte[] hmacSha256(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
