package earshot.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a raw id is written inside a key: percent-encoded outside {@code [A-Za-z0-9._/@+=,-]}, and
 * cut where it would be longer than 200 bytes to its first 150 (never inside a {@code %XX}), {@code
 * %7E} and 32 hex digits of the raw id's SHA-256. Two raw ids never share a spelling but by a
 * collision of SHA-256.
 */
public final class KeyPart {
    private static final int LONGEST = 200;
    private static final int KEPT = 150;
    private static final String PLAIN = "._/@+=,-";

    private KeyPart() {}

    /** The spelling of one raw id; ASCII, at most 200 bytes. */
    public static String of(String raw) {
        var encoded = encode(raw);
        if (encoded.length() <= LONGEST) {
            return encoded;
        }
        int end = KEPT;
        int percent = encoded.lastIndexOf('%', end - 1);
        if (percent > end - 3) {
            end = percent;
        }
        return encoded.substring(0, end) + "%7E" + digest(raw);
    }

    private static String encode(String raw) {
        var out = new StringBuilder(raw.length() + 16);
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || PLAIN.indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private static String digest(String raw) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var hex = HexFormat.of().formatHex(sha.digest(raw.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
