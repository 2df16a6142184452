package earshot.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which layer's zip an ARN means, since functions name their layers by ARN. */
record LayerPaths(Map<String, Path> byArn) {
    LayerPaths {
        byArn = Map.copyOf(byArn);
    }

    /** The zips of a function's {@code Layers}; an ARN of any other layer is a fault. */
    List<Path> of(Section function) {
        var paths = new ArrayList<Path>();
        for (var arn : function.texts("Layers")) {
            var path = byArn.get(arn);
            if (path != null) {
                paths.add(path);
            } else if (!arn.isEmpty()) {
                // An ARN that could not be evaluated is empty, and has its fault already.
                function.fault("Layers", "names no layer of this template: " + arn);
            }
        }
        return paths;
    }
}
