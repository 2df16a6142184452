package earshot.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The beginning of something's SHA-256, as it stands in keys and cursors: hexadecimal. */
public final class Digest {
    private Digest() {}

    /**
     * @param text as UTF-8
     * @param bytes of the digest, each two digits; at most 32
     */
    public static String of(String text, int bytes) {
        return of(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /**
     * @param bytes of the digest, each two digits; at most 32
     */
    public static String of(byte[] content, int bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(content), 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
