package earshot.youtube;

import earshot.webhook.Reason;

/** Why something that YouTube's hub sent is not read, or not needed. */
enum Why implements Reason {
    // Not read, though it should be.
    NO_UTF_8("no UTF-8"),
    NO_XML("no XML"),
    OTHER_XML("XML of another version or encoding"),
    DOCUMENT_TYPE("XML with a document type"),
    UNDECLARED_ENTITY("XML with an entity that nobody declared"),
    XML_TOO_LARGE("XML that is too large"),
    XML_TOO_DEEP("XML that is too deep"),
    NO_FEED("no feed of Atom"),
    NO_VIDEO("an entry without a video"),
    NO_DELETED_VIDEO("a deleted entry without a video"),

    // Needed by nobody.
    EMPTY_FEED("a feed that tells nothing"),
    OTHER_ELEMENT("an element that is no entry"),
    OTHER_SUBJECT("about something that is no video");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
