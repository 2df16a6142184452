package earshot.x;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** X escapes three characters of a text, and those alone, in every product. */
final class Texts {
    private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");

    private Texts() {}

    /** Decoded once: whoever wrote an escape of their own is shown it. */
    static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : ESCAPED.matcher(text).replaceAll(Texts::character);
    }

    private static String character(MatchResult escaped) {
        return switch (escaped.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&";
        };
    }

    /** X's word for a language that it could not tell is none. */
    static @Nullable String language(@Nullable String told) {
        return told == null || told.isBlank() || told.equals("und") ? null : told;
    }
}
