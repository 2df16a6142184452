package earshot.webhook;

/** What keeps a delivery from being read or passed on, whatever its network. */
public enum ReadFault implements Reason {
    NO_JSON("no JSON"),
    CONNECTOR_FAILED("the connector failed"),
    TOO_LARGE("an element larger than a message may be"),
    NO_QUEUE_FOR_POINTERS("a pointer, and no queue for it"),
    STILL_A_POINTER("fetched, and still without what it is about");

    private final String sentence;

    ReadFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
