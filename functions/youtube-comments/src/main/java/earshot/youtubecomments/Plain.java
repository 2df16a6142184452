package earshot.youtubecomments;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of YouTube's HTML. It uses {@code <br>}, {@code <a>}, {@code <b>}, {@code <i>}, {@code
 * <s>} and entities; line breaks inside a text node are the source's and kept.
 */
final class Plain {
    private Plain() {}

    static String text(String html) {
        var out = new StringBuilder(html.length());
        Jsoup.parseBodyFragment(html).body().traverse((node, _) -> append(out, node));
        return out.toString();
    }

    private static void append(StringBuilder out, Node node) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText());
        } else if (node instanceof Element element && element.nameIs("br")) {
            out.append('\n');
        }
    }
}
