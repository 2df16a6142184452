package earshot.facebook;

import earshot.webhook.Reason;

/** Why something that Facebook sent is not read, or not needed. */
enum Why implements Reason {
    // Not read, though it should be.
    NO_OBJECT("no object that is subscribed to"),
    NO_ENTRIES("no list of entries"),
    NO_ENTRY("an entry that is no object or has no id"),
    CHANGES_NO_LIST("changes that are no list"),
    EVENTS_NO_LIST("Messenger events that are no list"),
    NO_FIELD("a change without a field"),
    NO_VALUE("a change without a value"),
    NO_POST_ID("no post_id"),
    NO_COMMENT_ID("no comment_id"),
    NO_ALBUM_ID("no album_id"),
    NO_STORY_ID("no open_graph_story_id"),
    NO_EVENT("a Messenger event that is no object"),
    EMPTY_EVENT("a Messenger event that says nothing"),
    NO_MID("a message without a mid"),
    NO_CUSTOMER("a message without a customer"),
    UNNAMED_POSTBACK("a postback without mid, sender or timestamp"),

    // Needed by nobody.
    NO_PAGE("an object that is no page"),
    EMPTY_ENTRY("an entry that tells nothing"),
    OTHER_FIELD("a field that tells of no post"),
    OTHER_ITEM("an item that is no post"),
    OTHER_VERB("a verb that changes no post"),
    REACTION("a reaction is no post"),
    BARE_SHARE("a post passed on without a word is no post"),
    RECEIPT("a receipt is no post"),
    OTHER_EVENT("an event that is no message"),
    EDIT_WITHOUT_TEXT("an edit without a text"),
    BUTTON_WITHOUT_TITLE("a button without a title says nothing");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
