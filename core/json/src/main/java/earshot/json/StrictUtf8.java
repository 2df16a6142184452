package earshot.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and nothing that resembles it: the parser's own detection would take UTF-16 and
 * byte order marks, which whoever looks at the bytes before or after us reads otherwise.
 */
final class StrictUtf8 {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private StrictUtf8() {}

    static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new JsonException("Not UTF-8", in.position());
        }
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            throw new JsonException("A byte order mark", 0);
        }
        return out.toString();
    }
}
