package earshot.local.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * What a stranger sent, on a terminal: line breaks and tabs as they are, every other character that
 * a terminal might obey as an escape.
 */
public final class Visible {
    private Visible() {}

    /** Bytes that are no UTF-8 are shown one by one. */
    public static String of(byte[] bytes) {
        try {
            return of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            var text = new StringBuilder();
            new String(bytes, ISO_8859_1).chars().forEach(c -> text.append(latin((char) c)));
            return text.toString();
        }
    }

    public static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (isObeyed(c)) {
                                shown.append("\\u{%x}".formatted(c));
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }

    private static String latin(char c) {
        return c < 0x7f && !isObeyed(c) ? String.valueOf(c) : "\\x%02x".formatted((int) c);
    }

    private static boolean isObeyed(int c) {
        return c != '\n' && c != '\t' && OneLine.isObeyed(c);
    }
}
