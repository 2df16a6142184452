package earshot.youtube;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "<a>",
                "<a/><b/>",
                "<a/>b",
                "<a b='1' b='2'/>",
                "<a><b></a></b>",
                "<p:a/>",
                "<a>&amp</a>",
                "<a>\u0001</a>",
                "<a>&#xD800;</a>",
                "<!DOCTYPE a [<!ENTITY b 'c'\u0001]><a/>"
            })
    void whatIsNoXmlIsRefused(String document) {
        assertRefused(document, "no XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'> %x;]><a/>"
            })
    void aDocumentTypeIsRefusedBeforeItDoesAnything(String document) {
        assertRefused(document, "XML with a document type");
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefused() {
        assertRefused("<a>&lol;</a>", "XML with an entity that nobody declared");
        assertRefused("<a b='&lol;'/>", "no XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.1'?><a>&#1;</a>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                "<?xml version='1.0' encoding='UTF-16'?><a/>"
            })
    void anotherVersionOrEncodingIsRefused(String document) {
        assertRefused(document, "XML of another version or encoding");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> XmlReader.read("<a>x</a>".getBytes(UTF_16)))
                .isInstanceOf(XmlException.class)
                .hasMessage("no UTF-8");
    }

    @Test
    void depthAndSizeAreBounded() throws XmlException {
        assertThat(XmlReader.read(nested(XmlReader.DEEPEST).getBytes(UTF_8))).isNotNull();
        assertRefused(nested(XmlReader.DEEPEST + 1), "XML that is too deep");
        assertRefused("<a>".repeat(100_000), "XML that is too deep");
        assertRefused("<a>" + " ".repeat(XmlReader.LARGEST) + "</a>", "XML that is too large");
    }

    @Test
    void aByteOrderMarkIsNoContent() throws XmlException {
        assertThat(read("\ufeff<?xml version='1.0' encoding='utf-8'?><a>x</a>").text())
                .isEqualTo("x");
    }

    @Test
    void whatIsWrittenReadsTheSameAgain() throws XmlException {
        var odd =
                read(
                        "<p:a xmlns:p='urn:1' xmlns='urn:2' p:x='&#9;&lt;' y='&quot;&#13;' xml:lang='en'>"
                                + "one<b>two&#13;&#10;</b><p:b xmlns=''><c p:d=''/></p:b>]]&gt;&amp;amp;</p:a>");
        var again = read(XmlWriter.write(odd));
        assertThat(XmlWriter.write(again)).isEqualTo(XmlWriter.write(odd));
        assertThat(again.name()).isEqualTo(new Name("urn:1", "a"));
        assertThat(again.attributes())
                .isEqualTo(
                        Map.of(
                                new Name("urn:1", "x"),
                                "\t<",
                                Name.plain("y"),
                                "\"\r",
                                new Name("http://www.w3.org/XML/1998/namespace", "lang"),
                                "en"));
        assertThat(again.text()).isEqualTo("one]]>&amp;");
        assertThat(again.text(new Name("urn:2", "b"))).isEqualTo("two\r\n");
        assertThat(again.child(new Name("urn:1", "b")))
                .isNotNull()
                .satisfies(
                        b -> assertThat(b.children().getFirst().name()).isEqualTo(Name.plain("c")));
    }

    private static Markup read(String document) throws XmlException {
        return XmlReader.read(document.getBytes(UTF_8));
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static void assertRefused(String document, String reason) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(XmlException.class)
                .hasMessage(reason);
    }
}
