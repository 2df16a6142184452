package earshot.webhook;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The code that a header claims, out of a spelling that admits one text for one code only. */
final class ClaimedCode {
    private ClaimedCode() {}

    /** Lower-case hexadecimal digits after a prefix; null for anything else. */
    static byte @Nullable [] hex(String header, String prefix, int bytes) {
        if (!header.startsWith(prefix) || header.length() != prefix.length() + 2 * bytes) {
            return null;
        }
        var claimed = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            int high = digit(header.charAt(prefix.length() + 2 * i));
            int low = digit(header.charAt(prefix.length() + 2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            claimed[i] = (byte) (high << 4 | low);
        }
        return claimed;
    }

    /** Padded base64 after a prefix; null for anything else. */
    static byte @Nullable [] base64(String header, String prefix, int bytes) {
        if (!header.startsWith(prefix)) {
            return null;
        }
        var text = header.substring(prefix.length());
        try {
            var claimed = Base64.getDecoder().decode(text);
            // The last digit has bits to spare: four texts would do for one code.
            boolean exact = Base64.getEncoder().encodeToString(claimed).equals(text);
            return exact && claimed.length == bytes ? claimed : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Lower case only, as the schemes write it, and ASCII only: Character.digit takes more. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
