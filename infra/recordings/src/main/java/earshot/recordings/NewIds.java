package earshot.recordings;

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
     * @param own the parts that are made new
     */
    String rename(String id, Set<String> own) {
        return parts(id).stream()
                .map(part -> own.contains(part) ? rename(part) : part)
                .collect(Collectors.joining("_"));
    }

    /** What an id of the recording is called since it was renamed; itself when it was not. */
    public String renamed(String id) {
        return parts(id).stream()
                .map(part -> renamed.getOrDefault(part, part))
                .collect(Collectors.joining("_"));
    }

    private String rename(String part) {
        return random == null ? part : renamed.computeIfAbsent(part, old -> like(old, random));
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
