package earshot.youtube;

/** Some bytes are no XML, or none that we read. */
final class XmlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    XmlException(Why why) {
        super(why.sentence(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
