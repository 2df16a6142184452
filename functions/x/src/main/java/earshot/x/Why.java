package earshot.x;

import earshot.webhook.Reason;

/** Why something that X sent is not read, or not needed. */
enum Why implements Reason {
    // Not read, though it should be.
    NO_OBJECT("no object"),
    OTHER_PRODUCT("no product of X's that is known"),
    NO_ACCOUNT("an account that is no id"),
    NO_LIST("events that are no list"),
    NO_MESSAGES("no list of messages"),
    NO_TYPE("an event without a type"),
    NO_POST_ID("a post without an id"),
    NO_POST_ID_OR_AUTHOR("a post without an id or an author"),
    NO_REMOVED_ID("a removal without an id"),
    NO_MESSAGE("a message without an id, a sender or a recipient"),

    // Needed by nobody.
    EMPTY("a delivery that tells nothing"),
    REPOST("a repost is no post"),
    OTHER_EVENT("no post"),
    OTHER_MESSAGE_EVENT("an event that is no message"),
    OTHER_ENCRYPTED("an encrypted event that tells of no message");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
