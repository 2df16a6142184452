package earshot.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.webhook.Signature;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs event files as their network does: the sending side, written without the code that judges
 * signatures.
 */
final class EventSigner {
    private final Signature signature;
    private final Map<String, String> secrets = Home.developmentSecrets();

    EventSigner(Signature signature) {
        this.signature = signature;
    }

    /** The event with the header that proves its body, and the length of it. */
    EventFile sign(EventFile event) {
        var body = event.bytes();
        return event.with(header(), proof(event, body))
                .with("content-length", Integer.toString(body.length));
    }

    private String header() {
        return switch (signature) {
            case Signature.HubSha256 _ -> "x-hub-signature-256";
            case Signature.XSha256 _ -> "x-twitter-webhooks-signature";
            case Signature.WebSub _ -> "x-hub-signature";
        };
    }

    private String proof(EventFile event, byte[] body) {
        return switch (signature) {
            case Signature.HubSha256 _ -> "sha256=" + hex(mac("HmacSHA256", body));
            case Signature.XSha256 _ ->
                    "sha256=" + Base64.getEncoder().encodeToString(mac("HmacSHA256", body));
            case Signature.WebSub _ -> {
                var method = event.header(header()).replaceFirst("=.*", "");
                yield method + "=" + hex(mac("Hmac" + method.toUpperCase(Locale.ROOT), body));
            }
        };
    }

    private static String hex(byte[] code) {
        return HexFormat.of().formatHex(code);
    }

    private byte[] mac(String algorithm, byte[] body) {
        var name = signature.secret();
        var live = Objects.requireNonNull(secrets.get(name), name).split(",", 2)[0].strip();
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(live.getBytes(UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No way to sign: " + algorithm, e);
        }
    }
}
