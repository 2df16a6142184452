package earshot.webhook;

import earshot.settings.LiveSecret;
import earshot.settings.Settings;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Judges signatures: over the raw bytes, in constant time, by every live secret, and by the
 * scheme's strongest header alone, which must be there exactly once and in its strict grammar. A
 * gateway joins a header that comes twice with a comma; such a value is in no grammar.
 */
final class Proof {
    private static final String HUB_HEADER = "x-hub-signature-256";
    private static final String HUB_PREFIX = "sha256=";
    private static final String HMAC = "HmacSHA256";
    private static final int HMAC_BYTES = 32;

    private final Signature signature;
    private final List<LiveSecret> secrets;

    Proof(Signature signature, Settings settings) {
        this.signature = signature;
        this.secrets = settings.secrets(signature.secret());
    }

    Verdict judge(Map<String, String> headers, byte[] body) {
        return switch (signature) {
            case Signature.HubSha256 _ -> hubSha256(headers.get(HUB_HEADER), body);
        };
    }

    private Verdict hubSha256(@Nullable String header, byte[] body) {
        if (header == null) {
            return new Verdict.Refused("no signature");
        }
        if (!header.startsWith(HUB_PREFIX)
                || header.length() != HUB_PREFIX.length() + 2 * HMAC_BYTES) {
            return new Verdict.Refused("a malformed signature");
        }
        var claimed = new byte[HMAC_BYTES];
        for (int i = 0; i < HMAC_BYTES; i++) {
            int high = digit(header.charAt(HUB_PREFIX.length() + 2 * i));
            int low = digit(header.charAt(HUB_PREFIX.length() + 2 * i + 1));
            if (high < 0 || low < 0) {
                return new Verdict.Refused("a malformed signature");
            }
            claimed[i] = (byte) (high << 4 | low);
        }
        return bySecrets(claimed, body);
    }

    private Verdict bySecrets(byte[] claimed, byte[] body) {
        Verdict verdict = new Verdict.Refused("a wrong signature");
        // All are tried, so that the time tells nothing of which one it was.
        for (var live : secrets) {
            if (MessageDigest.isEqual(hmac(live.secret().key(), body), claimed)) {
                verdict = new Verdict.Proved(live.account());
            }
        }
        return verdict;
    }

    static byte[] hmac(byte[] key, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + HMAC, e);
        }
    }

    /** Lower case only, as the scheme writes it, and ASCII only: Character.digit takes more. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
