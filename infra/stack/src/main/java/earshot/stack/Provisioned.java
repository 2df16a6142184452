package earshot.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the tables and queues of a template became: for each logical id, what {@code Ref} and each
 * attribute of {@code Fn::GetAtt} give.
 *
 * @param tables name by logical id
 * @param queues URL by logical id
 * @param attributes by logical id, then by attribute; {@code Ref} is one of them
 */
public record Provisioned(
        Map<String, String> tables,
        Map<String, String> queues,
        Map<String, Map<String, String>> attributes) {
    public Provisioned {
        tables = Map.copyOf(tables);
        queues = Map.copyOf(queues);
        var copies = new LinkedHashMap<String, Map<String, String>>();
        attributes.forEach((logicalId, values) -> copies.put(logicalId, Map.copyOf(values)));
        attributes = Map.copyOf(copies);
    }
}
