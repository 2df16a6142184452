package earshot.polling;

import earshot.webhook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells whether something reads as it did before, in few letters. */
public final class Fingerprint {
    private static final int BYTES = 8;

    /** No network's id begins so. */
    private static final String UNREADABLE = "? ";

    private Fingerprint() {}

    /**
     * @param parts that an edit may change; the order counts
     */
    public static String of(String... parts) {
        return of(Arrays.asList(parts));
    }

    private static String of(List<String> parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Under which an element that cannot be read is remembered, so that it is kept once. */
    static String key(Unreadable element) {
        var alone = element.alone();
        return UNREADABLE + of(alone == null ? element.reason() : alone);
    }

    static boolean isKey(String id) {
        return id.startsWith(UNREADABLE);
    }
}
