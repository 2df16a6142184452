package earshot.domain.post;

import earshot.domain.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * How a raw id is written inside a key: percent-encoded outside {@code [A-Za-z0-9._/@+=,-]}, and
 * cut where it would be longer than 200 bytes to its first 150 (never inside a {@code %XX}), {@code
 * %7E} and 32 hex digits of the raw id's SHA-256. Two raw ids never share a spelling but by a
 * collision of SHA-256.
 */
public final class KeyPart {
    private static final int LONGEST = 200;
    private static final int KEPT = 150;

    /** In bytes, each two digits. */
    private static final int DIGEST = 16;

    /** An id that reads like a cut one is cut too, or it could be made to meet a longer id. */
    private static final Pattern CUT = Pattern.compile(".{148,150}%7E[0-9a-f]{32}");

    private static final String PLAIN = "._/@+=,-";

    private KeyPart() {}

    /** The spelling of one raw id; ASCII, at most 200 bytes. */
    public static String of(String raw) {
        var encoded = encode(raw);
        if (encoded.length() <= LONGEST && !CUT.matcher(encoded).matches()) {
            return encoded;
        }
        int end = KEPT;
        int percent = encoded.lastIndexOf('%', end - 1);
        if (percent > end - 3) {
            end = percent;
        }
        return encoded.substring(0, end) + "%7E" + Digest.of(bytes(raw), DIGEST);
    }

    private static String encode(String raw) {
        var out = new StringBuilder(raw.length() + 16);
        for (byte b : bytes(raw)) {
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

    /** UTF-8; half a surrogate pair in the three bytes that no whole text has, instead of "?". */
    private static byte[] bytes(String raw) {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        if (new String(bytes, StandardCharsets.UTF_8).equals(raw)) {
            return bytes;
        }
        var out = new ByteArrayOutputStream();
        raw.codePoints().forEach(point -> out.writeBytes(bytes(point)));
        return out.toByteArray();
    }

    private static byte[] bytes(int point) {
        if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
            return Character.toString(point).getBytes(StandardCharsets.UTF_8);
        }
        return new byte[] {
            (byte) (0xe0 | (point >> 12)),
            (byte) (0x80 | ((point >> 6) & 0x3f)),
            (byte) (0x80 | (point & 0x3f))
        };
    }
}
