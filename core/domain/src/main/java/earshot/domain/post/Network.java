package earshot.domain.post;

import java.util.regex.Pattern;

/**
 * The slug of a network, such as {@code facebook}. An open value and not an enum: nothing behind
 * the connectors may switch on it, so a new network changes no line there.
 */
public record Network(String slug) {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Network {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("A network is a slug like facebook, not: " + slug);
        }
    }

    @Override
    public String toString() {
        return slug;
    }
}
