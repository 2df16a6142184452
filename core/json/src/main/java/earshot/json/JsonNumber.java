package earshot.json;

import org.jspecify.annotations.Nullable;

/**
 * A number, kept as it was written: ids pass 2^53, and no arithmetic is done here.
 *
 * @param literal by JSON's grammar, with at most 64 significant digits, an exponent of at most
 *     three digits and 128 characters in all, so that whoever computes with it does not drown
 */
public record JsonNumber(String literal) implements Json {
    static final int LONGEST = 128;
    private static final int MOST_DIGITS = 64;
    private static final int MOST_EXPONENT_DIGITS = 3;

    public JsonNumber {
        if (literal.length() > LONGEST || !isNumber(literal)) {
            throw new IllegalArgumentException("Not a JSON number of at most 64 digits");
        }
    }

    @Override
    public @Nullable String text() {
        return isInteger(literal) ? literal : null;
    }

    @Override
    public @Nullable Long integer() {
        return parse(literal);
    }

    @Override
    public String toString() {
        return literal;
    }

    /** ASCII digits only: {@link Long#parseLong} alone takes those of every script. */
    static @Nullable Long parse(String text) {
        if (text.length() > 20 || !isInteger(text)) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isInteger(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        return digits < text.length() && digitsEnd(text, digits) == text.length();
    }

    private static boolean isNumber(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, from);
        if (end == from || (text.charAt(from) == '0' && end > from + 1)) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = digitsEnd(text, fraction);
            if (end == fraction) {
                return false;
            }
        }
        return significantDigits(text, from, end) <= MOST_DIGITS && isExponent(text, end);
    }

    private static boolean isExponent(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int sign = at + 1;
        boolean signed =
                sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-');
        int digits = signed ? sign + 1 : sign;
        return digits < text.length()
                && digitsEnd(text, digits) == text.length()
                && text.length() - digits <= MOST_EXPONENT_DIGITS;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int significantDigits(String text, int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == '0' || text.charAt(at) == '.')) {
            at++;
        }
        int digits = 0;
        for (; at < end; at++) {
            if (text.charAt(at) != '.') {
                digits++;
            }
        }
        return digits;
    }
}
