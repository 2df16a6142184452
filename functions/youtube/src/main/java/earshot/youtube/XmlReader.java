package earshot.youtube;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML 1.0 in UTF-8 into {@link Markup}, by the JDK's own parser. A document type is refused,
 * so there are no entities but XML's own five; nothing is ever fetched or included.
 */
final class XmlReader {
    /** In bytes; a push of one video has about 1,000. */
    static final int LARGEST = 1_000_000;

    /** A feed is four elements deep. */
    static final int DEEPEST = 64;

    private final XMLStreamReader xml;

    private XmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @throws XmlException when it is no such document
     */
    static Markup read(byte[] document) throws XmlException {
        if (document.length > LARGEST) {
            throw new XmlException(Why.XML_TOO_LARGE);
        }
        try {
            var text = new StringReader(decoded(document));
            return new XmlReader(factory().createXMLStreamReader(text)).document();
        } catch (XMLStreamException | RuntimeException _) {
            // The JDK's parser has no words for some faults, and fails while it looks for them
            // (MissingResourceException: InvalidCharInDTD).
            throw new XmlException(Why.NO_XML);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static String decoded(byte[] document) throws XmlException {
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new XmlException(Why.NO_UTF_8);
        }
    }

    private Markup document() throws XMLStreamException, XmlException {
        refuseOthers(xml.getVersion(), "1.0");
        refuseOthers(xml.getCharacterEncodingScheme(), "UTF-8");
        Markup root = null;
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                root = element(1);
            }
        }
        return Objects.requireNonNull(root, "the parser refuses what has no element");
    }

    private static void refuseOthers(@Nullable String declared, String ours) throws XmlException {
        if (declared != null && !declared.equalsIgnoreCase(ours)) {
            throw new XmlException(Why.OTHER_XML);
        }
    }

    private int next() throws XMLStreamException, XmlException {
        int event = xml.next();
        return switch (event) {
            case XMLStreamConstants.DTD -> throw new XmlException(Why.DOCUMENT_TYPE);
            case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlException(Why.UNDECLARED_ENTITY);
            default -> event;
        };
    }

    private Markup element(int depth) throws XMLStreamException, XmlException {
        if (depth > DEEPEST) {
            throw new XmlException(Why.XML_TOO_DEEP);
        }
        var start =
                new Markup(
                        name(xml.getNamespaceURI(), xml.getLocalName()), attributes(), List.of());
        List<Node> content = new ArrayList<>();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> content.add(element(depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return start.with(content);
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        content.add(new Chars(xml.getText()));
                default -> {
                    // Comments and processing instructions say nothing to us.
                }
            }
        }
    }

    private Map<Name, String> attributes() {
        Map<Name, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)),
                    xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static Name name(@Nullable String space, String local) {
        return new Name(space == null ? "" : space, local);
    }
}
