package earshot.facebook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs every event file anew after its body was changed by hand: to be run from the project's
 * folder. It is written without the code that judges signatures.
 */
final class SignEvents {
    private SignEvents() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        for (var file : Events.files()) {
            sign(file);
        }
    }

    private static void sign(Path file) throws IOException, GeneralSecurityException {
        var body = Events.body(Events.event(file));
        var text = Files.readString(file);
        var signed =
                text.replaceFirst("\"sha256=[0-9a-f]*\"", "\"" + signature(body) + "\"")
                        .replaceFirst(
                                "\"content-length\": \"[0-9]*\"",
                                "\"content-length\": \"" + body.length + "\"");
        if (!signed.equals(text)) {
            Files.writeString(file, signed);
        }
    }

    /** The value of {@code X-Hub-Signature-256}, by the development secret. */
    static String signature(byte[] body) throws IOException, GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static String secret() throws IOException {
        var secrets = new Properties();
        try (var lines = Files.newBufferedReader(Events.HOME.resolve("infra/local/secrets.env"))) {
            secrets.load(lines);
        }
        return requireNonNull(secrets.getProperty("EARSHOT_FACEBOOK_APP_SECRET"));
    }
}
