package earshot.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.settings.Secret;
import earshot.settings.Settings;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the Standard Webhooks specification says (standardwebhooks.com, symmetric signatures):
 * one signature for each live secret, so that a receiver may change to the next at any time.
 */
final class SigningKeys {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    // The specification's bounds, in bytes.
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    private SigningKeys(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The setting's secrets, each {@code whsec_} and base64; faults are noted in the settings.
     *
     * @return nothing that may sign when a fault was noted
     */
    static SigningKeys of(Settings settings, String name) {
        List<SecretKeySpec> keys = new ArrayList<>();
        if (settings.text(name).isEmpty()) {
            return new SigningKeys(keys);
        }
        for (var live : settings.secrets(name)) {
            try {
                keys.add(key(live.secret()));
            } catch (IllegalArgumentException _) {
                settings.fault(
                        name
                                + " is not whsec_ followed by the base64 of 24 to 64 bytes. Make"
                                + " one with: echo whsec_$(openssl rand -base64 32)");
            }
        }
        return new SigningKeys(keys);
    }

    private static SecretKeySpec key(Secret secret) {
        var text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(PREFIX);
        }
        var bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("length");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param seconds since 1970
     * @param body ASCII
     */
    String sign(String id, long seconds, String body) {
        var signed = (id + "." + seconds + "." + body).getBytes(US_ASCII);
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKeySpec key, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
