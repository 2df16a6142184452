package earshot.local.run;

import earshot.json.Json;
import earshot.json.JsonException;
import java.util.HashSet;
import java.util.Set;

/** Which messages of a batch a function says have failed, read as strictly as Lambda does. */
final class BatchAnswer {
    private BatchAnswer() {}

    /**
     * The ids that failed. An answer that cannot be read, or that names a message which was not in
     * the batch, fails them all; no answer fails none.
     */
    static Set<String> failed(String output, Set<String> sent) {
        if (output.isBlank()) {
            return Set.of();
        }
        try {
            var failed = new HashSet<String>();
            for (var item : Json.parse(output).items("batchItemFailures")) {
                var id = item.text("itemIdentifier");
                if (id == null || !sent.contains(id)) {
                    return sent;
                }
                failed.add(id);
            }
            return failed;
        } catch (JsonException e) {
            return sent;
        }
    }
}
