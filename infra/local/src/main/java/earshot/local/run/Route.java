package earshot.local.run;

import java.util.Locale;

/**
 * One route of the HTTP API and what it calls.
 *
 * @param method {@code ANY} for every method
 * @param path whole segments; {@code {name}} is any one segment, {@code {name+}} all the rest
 */
record Route(String method, String path, HostedFunction function) {
    /** As API Gateway names it: {@code POST /webhooks/facebook}. */
    String key() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    boolean takes(String askedMethod, String askedPath) {
        return (method.equalsIgnoreCase("ANY") || method.equalsIgnoreCase(askedMethod))
                && takes(path.split("/", -1), askedPath.split("/", -1));
    }

    private static boolean takes(String[] pattern, String[] asked) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].endsWith("+}")) {
                return i < asked.length;
            }
            if (i >= asked.length || !(isVariable(pattern[i]) || pattern[i].equals(asked[i]))) {
                return false;
            }
        }
        return pattern.length == asked.length;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** The fewer variables, the closer: an exact path goes before one with a variable. */
    int variables() {
        return (int) path.chars().filter(c -> c == '{').count()
                + (method.equalsIgnoreCase("ANY") ? 1 : 0);
    }
}
