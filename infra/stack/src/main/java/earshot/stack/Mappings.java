package earshot.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The template's {@code Mappings}: values under a name, a first and a second key. */
record Mappings(Tree.Fields declared) {
    /** What lies under a name and two keys; null where nothing does. */
    @Nullable Tree find(List<String> path) {
        Tree found = declared;
        for (var name : path) {
            found = found instanceof Tree.Fields(var values) ? values.get(name) : null;
        }
        return found;
    }
}
