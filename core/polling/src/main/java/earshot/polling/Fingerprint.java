package earshot.polling;

import earshot.domain.Digest;
import earshot.webhook.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            whole.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(bytes);
        }
        return Digest.of(whole.toByteArray(), BYTES);
    }

    /** Under which an element that cannot be read is remembered, so that it is kept once. */
    static String key(Unreadable element) {
        var alone = element.alone();
        return UNREADABLE + of(alone == null ? element.reason().sentence() : alone);
    }

    static boolean isKey(String id) {
        return id.startsWith(UNREADABLE);
    }
}
