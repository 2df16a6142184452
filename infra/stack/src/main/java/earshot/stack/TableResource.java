package earshot.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One DynamoDB table of the template.
 *
 * @param attributeTypes {@code S}, {@code N} or {@code B} of each key attribute
 * @param streamView what the table's stream shows; null for a table without a stream
 * @param timeToLive the attribute with the second after which an item goes; null for none
 */
public record TableResource(
        String logicalId,
        String name,
        Keys keys,
        Map<String, String> attributeTypes,
        List<Index> indexes,
        @Nullable String streamView,
        @Nullable String timeToLive) {
    public TableResource {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
    }

    /** The attributes that make an item's key. */
    public record Keys(String partition, @Nullable String sort) {}

    /**
     * A global secondary index.
     *
     * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
     * @param included the attributes beside the keys that an {@code INCLUDE} shows
     */
    public record Index(String name, Keys keys, String projection, List<String> included) {
        public Index {
            included = List.copyOf(included);
        }
    }
}
