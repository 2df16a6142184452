package earshot.domain.cases;

import earshot.domain.post.ConversationKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A case of a conversation, spelled {@code <conversation>~000001}, so that the keys of the case
 * table follow from it without a read.
 *
 * @param number from 1 to 999,999
 */
public record CaseId(ConversationKey conversation, int number) {
    private static final Pattern SPELLING = Pattern.compile("(.+)~([0-9]{6})");

    public CaseId {
        if (number < 1 || number > 999_999) {
            throw new IllegalArgumentException("Case numbers run from 1 to 999999: " + number);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not a case id
     */
    public static CaseId parse(String text) {
        var matcher = SPELLING.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A case id looks like facebook:123_456~000001, not: " + text);
        }
        return new CaseId(
                new ConversationKey(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public CaseId next() {
        return new CaseId(conversation, number + 1);
    }

    @Override
    public String toString() {
        // A default locale may write other digits than ASCII.
        return String.format(Locale.ROOT, "%s~%06d", conversation, number);
    }
}
