package earshot.local.recordings;

import earshot.local.run.LocalEnvironment;
import earshot.local.text.UserFault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a delivery as its network does: in the header that it carries, by the method and in the
 * spelling of the signature that is there. The sending side, written apart from the side that
 * checks it.
 */
public record Signer(LocalEnvironment surroundings) {
    private static final Pattern SIGNATURE = Pattern.compile("(sha1|sha256|sha384|sha512)=(.+)");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{40,}");

    /** A signature that was recorded: where it stood and how it was spelled. */
    private record Recorded(String header, String method, boolean isHexadecimal) {}

    /** Signed anew; as it is when it carries no signature. */
    public Delivery sign(Delivery delivery) {
        return recorded(delivery)
                .map(was -> signed(delivery, was, secret(delivery)))
                .orElse(delivery);
    }

    /** A signature of the right shape, by somebody who does not know the secret. */
    public Delivery forge(Delivery delivery) {
        return recorded(delivery)
                .map(was -> signed(delivery, was, "nobody told me"))
                .orElse(delivery);
    }

    private static Optional<Recorded> recorded(Delivery delivery) {
        return delivery.headers().entrySet().stream()
                .filter(header -> header.getKey().contains("signature"))
                .map(
                        header -> {
                            var was = SIGNATURE.matcher(header.getValue());
                            return was.matches()
                                    ? new Recorded(
                                            header.getKey(),
                                            was.group(1),
                                            HEXADECIMAL.matcher(was.group(2)).matches())
                                    : null;
                        })
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static Delivery signed(Delivery delivery, Recorded was, String secret) {
        var code = hmac(was.method(), secret, delivery.body());
        var text =
                was.isHexadecimal()
                        ? HexFormat.of().formatHex(code)
                        : Base64.getEncoder().encodeToString(code);
        return delivery.withHeader(was.header(), was.method() + "=" + text);
    }

    /**
     * The first live value of {@code EARSHOT_FACEBOOK_APP_SECRET} for {@code /webhooks/facebook}:
     * of a network's settings, what it signs with is the one whose name ends in {@code _SECRET}.
     */
    private String secret(Delivery delivery) {
        var folder = delivery.path().replaceFirst("[?].*", "").replaceFirst(".*/", "");
        var prefix = "EARSHOT_" + folder.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        return surroundings.variables().entrySet().stream()
                .filter(set -> set.getKey().startsWith(prefix) && set.getKey().endsWith("_SECRET"))
                .map(set -> set.getValue().split(",", 2)[0].strip())
                .filter(secret -> !secret.isEmpty())
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserFault(
                                        "To sign for %s, %s..._SECRET must be set"
                                                .formatted(folder, prefix)));
    }

    private static byte[] hmac(String method, String secret, byte[] body) {
        var algorithm = "Hmac" + method.toUpperCase(Locale.ROOT);
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
