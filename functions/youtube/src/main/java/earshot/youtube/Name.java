package earshot.youtube;

/**
 * The name of an element or attribute, whatever its prefix.
 *
 * @param space the namespace; empty for none
 */
record Name(String space, String local) {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String YT = "http://www.youtube.com/xml/schemas/2015";
    static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    static Name atom(String local) {
        return new Name(ATOM, local);
    }

    static Name plain(String local) {
        return new Name("", local);
    }
}
