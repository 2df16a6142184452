package earshot.local.text;

/**
 * Something that the person at the keyboard can put right: a busy port, a missing file, a faulty
 * template or policy. It becomes one line on stderr and exit code 2.
 */
public final class UserFault extends RuntimeException {
    public UserFault(String sentence) {
        super(sentence);
    }

    public UserFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
