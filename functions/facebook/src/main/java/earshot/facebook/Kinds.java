package earshot.facebook;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kinds of events as they are counted: Facebook's words, as far as they are words. */
final class Kinds {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_ -]{0,39}");

    private Kinds() {}

    /** Such as {@code feed/reaction/add}; absent words are left out. */
    static String of(@Nullable String... words) {
        var kind = new StringJoiner("/");
        for (var word : words) {
            if (word != null) {
                kind.add(word(word));
            }
        }
        return kind.toString();
    }

    private static String word(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return WORD.matcher(lower).matches() ? lower.replace(' ', '-') : "other";
    }
}
