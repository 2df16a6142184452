package earshot.youtube;

/** Some bytes are no XML, or none that we read. */
final class XmlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason constant words: never what was sent
     */
    XmlException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
