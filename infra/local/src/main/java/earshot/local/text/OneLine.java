package earshot.local.text;

/**
 * Text of posts on a terminal: never more than a line, never an escape sequence, and no character
 * that turns the direction of what follows.
 */
public final class OneLine {
    private OneLine() {}

    public static String of(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(shown(c)));
        return line.toString();
    }

    /** At most that many code points, the last an ellipsis where something was cut. */
    public static String of(String text, int longest) {
        var line = of(text.strip().replaceAll("\\s+", " "));
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    private static int shown(int c) {
        return isObeyed(c) ? ' ' : c;
    }

    /** Whether a terminal may do something else with it than show it. */
    static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
