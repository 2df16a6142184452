package earshot.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What {@code Globals} say of every function: the function's own properties are laid over it. */
final class Globals {
    private Globals() {}

    /** Mappings are merged, lists joined, anything else is replaced, as SAM does it. */
    static Tree over(@Nullable Tree global, Tree own) {
        if (global instanceof Tree.Fields(var globals) && own instanceof Tree.Fields(var owns)) {
            var merged = new LinkedHashMap<>(globals);
            owns.forEach((name, value) -> merged.put(name, over(globals.get(name), value)));
            return new Tree.Fields(merged);
        }
        if (global instanceof Tree.Items(var globals) && own instanceof Tree.Items(var owns)) {
            var joined = new ArrayList<>(globals);
            joined.addAll(owns);
            return new Tree.Items(joined);
        }
        return own;
    }
}
