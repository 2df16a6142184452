package earshot.queue;

import org.jspecify.annotations.Nullable;

/** Lengths of texts as they are stored and sent, without encoding them. */
final class Utf8 {
    private Utf8() {}

    /** In bytes of UTF-8; a lone surrogate counts as the three that it would take. */
    static int length(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            bytes += bytes(text.codePointAt(at));
        }
        return bytes;
    }

    /** The longest beginning of at most that many bytes that ends between code points. */
    static String first(String text, int most) {
        if (text.length() * 3L <= most) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += bytes(codePoint);
            if (bytes > most) {
                return text.substring(0, at);
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }

    /** The most characters that ASCII-escaped JSON may need for it. */
    static int escapedLength(@Nullable String text) {
        int length = 0;
        for (int at = 0; text != null && at < text.length(); at++) {
            char c = text.charAt(at);
            length += c >= ' ' && c <= '~' && c != '"' && c != '\\' ? 1 : 6;
        }
        return length;
    }

    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
