package earshot.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.settings.Secret;
import earshot.settings.Settings;
import earshot.webhook.Signature;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as their network does: the sending side, written without the code that checks
 * signatures.
 *
 * @param settings by the names that a {@link Signature} gives its secret
 */
public record EventSigner(Map<String, String> settings) {
    private static final Secret NOBODYS = new Secret("nobody told me");

    public EventSigner {
        settings = Map.copyOf(settings);
    }

    /** What came of signing. */
    public sealed interface Signing {
        /**
         * For who knows that it can be signed.
         *
         * @throws IllegalStateException when it cannot
         */
        RecordedCall orThrow();

        record Signed(RecordedCall call) implements Signing {
            @Override
            public RecordedCall orThrow() {
                return call;
            }
        }

        /** What was recorded must not be sent in its place. */
        record Impossible(String reason) implements Signing {
            @Override
            public RecordedCall orThrow() {
                throw new IllegalStateException("It cannot be signed: " + reason);
            }
        }
    }

    /** Signed with the first live value of the setting that the signature names. */
    public Signing sign(Signature signature, RecordedCall call) {
        var live = new Settings(settings).optionalSecrets(signature.secret());
        return live.isEmpty()
                ? new Signing.Impossible(signature.secret() + " is not set")
                : sign(signature, live.getFirst().secret(), call);
    }

    /** A signature of the right shape, by somebody who does not know the secret. */
    public Signing forge(Signature signature, RecordedCall call) {
        return sign(signature, NOBODYS, call);
    }

    private static Signing sign(Signature signature, Secret secret, RecordedCall call) {
        return switch (signature) {
            case Signature.HubSha256 _ ->
                    signed(
                            call,
                            "x-hub-signature-256",
                            "sha256=" + hex(mac("HmacSHA256", secret, call)));
            case Signature.XSha256 _ ->
                    signed(
                            call,
                            "x-twitter-webhooks-signature",
                            "sha256=" + base64(mac("HmacSHA256", secret, call)));
            case Signature.WebSub _ -> {
                var method = method(call.header("x-hub-signature"));
                var mac = mac("Hmac" + method.toUpperCase(Locale.ROOT), secret, call);
                yield signed(call, "x-hub-signature", method + "=" + hex(mac));
            }
        };
    }

    private static Signing signed(RecordedCall call, String header, String value) {
        return new Signing.Signed(call.withHeader(header, value));
    }

    /** A hub chooses: as it did when the call was recorded. */
    private static String method(String recorded) {
        var method = recorded.replaceFirst("=.*", "");
        return method.matches("sha(1|256|384|512)") ? method : "sha256";
    }

    private static String hex(byte[] code) {
        return HexFormat.of().formatHex(code);
    }

    private static String base64(byte[] code) {
        return Base64.getEncoder().encodeToString(code);
    }

    private static byte[] mac(String algorithm, Secret secret, RecordedCall call) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), algorithm));
            return mac.doFinal(call.body());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
