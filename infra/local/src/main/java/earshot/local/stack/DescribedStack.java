package earshot.local.stack;

import earshot.local.text.UserFault;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A stack as CloudFormation describes it.
 *
 * @param status such as {@code UPDATE_COMPLETE}
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html">DescribeStacks</a>
 */
record DescribedStack(
        String name, String status, Map<String, String> parameters, Map<String, String> outputs) {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    DescribedStack {
        parameters = Map.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    /**
     * @throws UserFault when there is no such stack, or nobody may ask
     */
    static DescribedStack of(String name, AwsAccount account) {
        var reply =
                account.post(
                        "CLOUDFORMATION",
                        "Action=DescribeStacks&Version=2010-05-15&StackName="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8));
        var answer = parsed(reply.body());
        if (reply.status() != 200) {
            throw new UserFault(
                    "CloudFormation in %s says of the stack %s: %s"
                            .formatted(
                                    account.region(),
                                    name,
                                    text(answer, "Message", "HTTP " + reply.status())));
        }
        return new DescribedStack(
                text(answer, "StackName", name),
                text(answer, "StackStatus", ""),
                pairs(answer, "Parameters", "ParameterKey", "ParameterValue"),
                pairs(answer, "Outputs", "OutputKey", "OutputValue"));
    }

    private static Element parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new UserFault("CloudFormation's answer is no XML: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> pairs(
            Element answer, String list, String key, String value) {
        var pairs = new TreeMap<String, String>();
        for (var each : elements(answer, list)) {
            for (var member : elements(each, "member")) {
                pairs.put(text(member, key, ""), text(member, value, ""));
            }
        }
        return pairs;
    }

    /** The text of the first element of that name; tags and outputs have other names. */
    private static String text(Element below, String name, String otherwise) {
        var found = elements(below, name);
        return found.isEmpty() ? otherwise : found.getFirst().getTextContent().strip();
    }

    private static List<Element> elements(Element below, String name) {
        var nodes = below.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
