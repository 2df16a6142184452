package earshot.json;

import java.util.List;
import java.util.Map;

/** Writes a tree as compact JSON in printable ASCII. */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonWriter() {}

    static void write(Json value, StringBuilder out) {
        switch (value) {
            case JsonObject object -> object(object.members(), out);
            case JsonArray array -> array(array.items(), out);
            case JsonString string -> string(string.value(), out);
            case JsonNumber number -> out.append(number.literal());
            case JsonBoolean bool -> out.append(bool == JsonBoolean.TRUE);
            case JsonNull _ -> out.append("null");
            case JsonAbsent _ ->
                    throw new IllegalArgumentException("What is absent cannot be written");
        }
    }

    private static void object(Map<String, Json> members, StringBuilder out) {
        char before = '{';
        for (var member : members.entrySet()) {
            out.append(before);
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void array(List<Json> items, StringBuilder out) {
        char before = '[';
        for (var item : items) {
            out.append(before);
            write(item, out);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c <= '~') {
                    out.append(c);
                } else {
                    escape(c, out);
                }
            }
        }
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX[(c >> shift) & 0xf]);
        }
    }
}
