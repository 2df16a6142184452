package earshot.local;

/**
 * Something that the person at the keyboard can put right: a busy port, a missing file, a faulty
 * template or policy. It becomes one line on stderr and exit code 2.
 */
final class UserFault extends RuntimeException {
    UserFault(String sentence) {
        super(sentence);
    }

    UserFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
