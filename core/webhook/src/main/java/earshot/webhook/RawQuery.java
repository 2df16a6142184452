package earshot.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A query string, decoded exactly once: what a gateway has parsed already joins repeated
 * parameters, and they must be told apart.
 */
record RawQuery(String raw) {
    /** The value of a parameter that is there exactly once and decodes to UTF-8; null otherwise. */
    @Nullable String only(String name) {
        String found = null;
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var key = equals < 0 ? pair : pair.substring(0, equals);
            if (name.equals(decoded(key))) {
                if (found != null) {
                    return null;
                }
                found = equals < 0 ? "" : pair.substring(equals + 1);
            }
        }
        return found == null ? null : decoded(found);
    }

    private static @Nullable String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = i + 2 < text.length() ? hex(text, i + 1) : -1;
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                i += 2;
            } else if (c > '~') {
                return null;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hex(String text, int at) {
        int high = digit(text.charAt(at));
        int low = digit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
