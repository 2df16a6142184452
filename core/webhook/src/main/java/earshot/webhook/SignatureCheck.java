package earshot.webhook;

import earshot.settings.LiveSecret;
import earshot.settings.Settings;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges signatures: over the raw bytes, in constant time, by every live secret, and by the
 * scheme's strongest header alone, which must be there exactly once and in its strict grammar. A
 * gateway joins a header that comes twice with a comma; such a value is in no grammar.
 */
final class SignatureCheck {
    private static final String SHA256 = "sha256=";
    private static final Verdict ABSENT = new Verdict.Refused("no signature");
    private static final Verdict MALFORMED = new Verdict.Refused("a malformed signature");

    private final Signature signature;
    private final List<LiveSecret> secrets;

    SignatureCheck(Signature signature, Settings settings) {
        this.signature = signature;
        this.secrets = settings.secrets(signature.secret());
    }

    Verdict judge(Map<String, String> headers, byte[] body) {
        return switch (signature) {
            case Signature.HubSha256 _ -> hubSha256(headers.get(Signature.HubSha256.HEADER), body);
            case Signature.XSha256 _ -> xSha256(headers.get(Signature.XSha256.HEADER), body);
            case Signature.WebSub _ -> webSub(headers.get(Signature.WebSub.HEADER), body);
        };
    }

    private Verdict hubSha256(@Nullable String header, byte[] body) {
        return header == null
                ? ABSENT
                : bySecrets(
                        Hmac.SHA256, ClaimedCode.hex(header, SHA256, Hmac.SHA256.bytes()), body);
    }

    private Verdict xSha256(@Nullable String header, byte[] body) {
        if (CrcToken.fits(body)) {
            return new Verdict.Refused("a body that the handshake may have signed");
        }
        return header == null
                ? ABSENT
                : bySecrets(
                        Hmac.SHA256, ClaimedCode.base64(header, SHA256, Hmac.SHA256.bytes()), body);
    }

    private Verdict webSub(@Nullable String header, byte[] body) {
        if (header == null) {
            return ABSENT;
        }
        for (var mac : Hmac.values()) {
            var claimed =
                    ClaimedCode.hex(header, mac.name().toLowerCase(Locale.ROOT) + "=", mac.bytes());
            if (claimed != null) {
                return bySecrets(mac, claimed, body);
            }
        }
        return MALFORMED;
    }

    private Verdict bySecrets(Hmac mac, byte @Nullable [] claimed, byte[] body) {
        if (claimed == null) {
            return MALFORMED;
        }
        Verdict verdict = new Verdict.Refused("a wrong signature");
        // All are tried, so that the time tells nothing of which one it was.
        for (var live : secrets) {
            if (MessageDigest.isEqual(mac.of(live.secret().key(), body), claimed)) {
                verdict = new Verdict.Proved(live.account());
            }
        }
        return verdict;
    }
}
