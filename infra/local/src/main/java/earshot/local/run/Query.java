package earshot.local.run;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A query string, decoded as API Gateway does beside the raw one. */
final class Query {
    private Query() {}

    /** The values by name, those of one name joined by a comma. */
    static Map<String, String> joined(String raw) {
        var values = new TreeMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                var value = parts.length == 2 ? decoded(parts[1]) : "";
                values.merge(decoded(parts[0]), value, (one, other) -> one + "," + other);
            }
        }
        return values;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a stray percent sign stands for itself
        }
    }
}
