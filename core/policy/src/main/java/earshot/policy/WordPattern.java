package earshot.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import earshot.domain.policy.TextPattern;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A regular expression of a policy, whatever the case of the letters. RE2 takes time in proportion
 * to the text, so that no customer's post and no careless pattern can hang a function. An accent
 * matches whether it was typed with its letter or after it.
 */
record WordPattern(Pattern pattern) implements TextPattern {
    private static final int LONGEST = 500;

    /** Where a word boundary touches a letter that it takes for no letter, it matches nothing. */
    private static final Pattern BLIND_BOUNDARY =
            Pattern.compile("\\\\b[^\\x00-\\x7F]|[^\\x00-\\x7F]\\\\b");

    /**
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    static TextPattern of(String text) {
        var regex = Normalizer.normalize(text, Form.NFC);
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "is longer than " + LONGEST + " characters; split it into several");
        }
        if (BLIND_BOUNDARY.matcher(regex).find()) {
            throw new IllegalArgumentException(
                    "\\b knows the letters a to z only and fails beside others;"
                            + " write (^|\\P{L}) before and (\\P{L}|$) after the word");
        }
        try {
            return checked(Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "is not a regular expression of RE2: " + e.getMessage(), e);
        }
    }

    private static TextPattern checked(Pattern pattern) {
        if (pattern.matcher("").find()) {
            throw new IllegalArgumentException("matches every text, also an empty one");
        }
        return new WordPattern(pattern);
    }

    @Override
    public boolean foundIn(String text) {
        return pattern.matcher(Normalizer.normalize(text, Form.NFC)).find();
    }
}
