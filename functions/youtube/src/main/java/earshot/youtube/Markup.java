package earshot.youtube;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of XML with all that it holds, without comments and processing instructions.
 *
 * @param attributes in the order in which they stand
 * @param content texts and elements, in order
 */
record Markup(Name name, Map<Name, String> attributes, List<Node> content) implements Node {
    Markup {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        content = List.copyOf(content);
    }

    List<Markup> children() {
        return content.stream().flatMap(Markup::element).toList();
    }

    private static Stream<Markup> element(Node node) {
        return node instanceof Markup child ? Stream.of(child) : Stream.empty();
    }

    /** The first child of that name; null where there is none. */
    @Nullable Markup child(Name of) {
        return children().stream().filter(child -> child.name.equals(of)).findFirst().orElse(null);
    }

    /** Its own text, without that of its children. */
    String text() {
        var text = new StringBuilder();
        for (var node : content) {
            if (node instanceof Chars(String chars)) {
                text.append(chars);
            }
        }
        return text.toString();
    }

    /** The text of the first child of that name; null where there is none. */
    @Nullable String text(Name child) {
        var found = child(child);
        return found == null ? null : found.text();
    }

    /** The same without the white space around it; null where nothing is left. */
    @Nullable String word(Name child) {
        var text = Objects.requireNonNullElse(text(child), "").strip();
        return text.isEmpty() ? null : text;
    }

    /** An attribute that is in no namespace; empty where there is none. */
    String attribute(String local) {
        return attributes.getOrDefault(Name.plain(local), "").strip();
    }

    /** The same element around other content. */
    Markup with(List<? extends Node> other) {
        return new Markup(name, attributes, List.copyOf(other));
    }
}
