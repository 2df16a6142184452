package earshot.webhook;

import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** The message authentication codes that networks use. */
enum Hmac {
    SHA1("HmacSHA1", 20),
    SHA256("HmacSHA256", 32),
    SHA384("HmacSHA384", 48),
    SHA512("HmacSHA512", 64);

    private final String algorithm;
    private final int bytes;

    Hmac(String algorithm, int bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** How long a code is. */
    int bytes() {
        return bytes;
    }

    byte[] of(byte[] key, byte[] message) {
        try {
            var mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
