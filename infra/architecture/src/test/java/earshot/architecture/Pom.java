package earshot.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a pom itself says, nothing inherited. */
record Pom(Document xml) {
    static Pom read(Path file) {
        try {
            return new Pom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    List<String> modules() {
        return texts("/project/modules/module");
    }

    List<Dependency> dependencies() {
        return texts("/project/dependencies/dependency/artifactId").stream()
                .map(
                        artifact ->
                                new Dependency(artifact, texts(scopeOf(artifact)).contains("test")))
                .toList();
    }

    /** All artifacts that the pom names as a dependency, managed ones included. */
    List<String> artifacts() {
        return texts("//dependency/artifactId");
    }

    private static String scopeOf(String artifact) {
        return "/project/dependencies/dependency[artifactId='" + artifact + "']/scope";
    }

    private List<String> texts(String path) {
        try {
            var nodes =
                    XPathFactory.newInstance()
                            .newXPath()
                            .evaluateExpression(path, xml, XPathNodes.class);
            return StreamSupport.stream(nodes.spliterator(), false)
                    .map(Node::getTextContent)
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** One dependency, and whether only the tests see it. */
    record Dependency(String artifact, boolean forTests) {}
}
