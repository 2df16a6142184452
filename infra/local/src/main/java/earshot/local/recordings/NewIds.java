package earshot.local.recordings;

import earshot.json.Json;
import earshot.json.JsonNumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * New ids for old: of the same shape, and the same for the same. Networks make ids of ids, joined
 * by {@code _} (a comment is {@code <post>_<comment>}), so each part is renamed by itself.
 */
public final class NewIds {
    /** What is shorter is a word of the network's, such as the {@code m} of {@code m_AbC}. */
    private static final int SHORTEST = 6;

    private final @Nullable RandomGenerator random;
    private final Map<String, String> renamed = new HashMap<>();

    public NewIds(@Nullable RandomGenerator random) {
        this.random = random;
    }

    /** Every id stays as it is. */
    public static NewIds same() {
        return new NewIds(null);
    }

    public static List<String> parts(String id) {
        return Arrays.asList(id.split("_", -1));
    }

    /**
     * @param kept the parts that stay
     */
    Json rename(Json id, Set<String> kept) {
        var text = id.text();
        if (text == null) {
            return id;
        }
        var name =
                parts(text).stream()
                        .map(part -> kept.contains(part) ? part : rename(part))
                        .collect(Collectors.joining("_"));
        return id instanceof JsonNumber ? new JsonNumber(name) : Json.of(name);
    }

    /** What an id of the recording is called since it was renamed; itself when it was not. */
    public String renamed(String id) {
        return parts(id).stream()
                .map(part -> renamed.getOrDefault(part, part))
                .collect(Collectors.joining("_"));
    }

    private String rename(String part) {
        return random == null || part.length() < SHORTEST
                ? part
                : renamed.computeIfAbsent(part, old -> like(old, random));
    }

    private static String like(String part, RandomGenerator random) {
        var name = new StringBuilder(part.length());
        part.chars().forEach(c -> name.append(like((char) c, name.isEmpty(), random)));
        return name.toString();
    }

    /** A number does not begin with a zero, and stays as large as it was. */
    private static char like(char c, boolean first, RandomGenerator random) {
        if (first) {
            return c;
        }
        if (c >= '0' && c <= '9') {
            return (char) ('0' + random.nextInt(10));
        }
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + random.nextInt(26));
        }
        return c >= 'A' && c <= 'Z' ? (char) ('A' + random.nextInt(26)) : c;
    }
}
