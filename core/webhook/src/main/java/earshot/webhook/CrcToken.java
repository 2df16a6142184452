package earshot.webhook;

/**
 * What X may ask us to sign: letters, digits and the signs of base64, so that no answer signs what
 * could be read as a delivery.
 */
final class CrcToken {
    private static final int LONGEST = 256;

    private CrcToken() {}

    static boolean fits(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST
                && token.chars().allMatch(CrcToken::isUsual);
    }

    /** Whether these bytes could have been sent as a token, and so prove nothing. */
    static boolean fits(byte[] body) {
        if (body.length == 0 || body.length > LONGEST) {
            return false;
        }
        for (byte b : body) {
            if (!isUsual(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsual(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_-+/=".indexOf(c) >= 0;
    }
}
