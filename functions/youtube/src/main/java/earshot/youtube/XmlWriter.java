package earshot.youtube;

import java.util.Map;
import javax.xml.XMLConstants;

/** Writes {@link Markup} so that it reads the same again. */
final class XmlWriter {
    private final StringBuilder out = new StringBuilder();

    private XmlWriter() {}

    static String write(Markup markup) {
        var writer = new XmlWriter();
        writer.element(markup, "");
        return writer.out.toString();
    }

    /**
     * @param around the namespace that names without a prefix are in
     */
    private void element(Markup element, String around) {
        var name = element.name();
        out.append('<').append(name.local());
        if (!name.space().equals(around)) {
            attribute("xmlns", name.space());
        }
        attributes(element.attributes());
        out.append('>');
        for (var node : element.content()) {
            switch (node) {
                case Markup child -> element(child, name.space());
                case Chars(String text) -> text(text);
            }
        }
        out.append("</").append(name.local()).append('>');
    }

    private void attributes(Map<Name, String> attributes) {
        int prefixes = 0;
        for (var attribute : attributes.entrySet()) {
            var name = attribute.getKey();
            switch (name.space()) {
                case "" -> attribute(name.local(), attribute.getValue());
                case XMLConstants.XML_NS_URI ->
                        attribute("xml:" + name.local(), attribute.getValue());
                default -> {
                    var prefix = "a" + prefixes++;
                    attribute("xmlns:" + prefix, name.space());
                    attribute(prefix + ":" + name.local(), attribute.getValue());
                }
            }
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // A reader makes blanks of other white space, unless it is written as a number.
            if (c == '\t' || c == '\n' || c == '\r') {
                number(c);
            } else {
                escaped(c);
            }
        }
        out.append('"');
    }

    /** A reader makes a new line of a carriage return, unless it is written as a number. */
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                number(c);
            } else {
                escaped(c);
            }
        }
    }

    private void number(char c) {
        out.append("&#").append((int) c).append(';');
    }

    private void escaped(char c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.append(c);
        }
    }
}
