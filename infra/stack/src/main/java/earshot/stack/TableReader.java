package earshot.stack;

import earshot.stack.TableResource.Index;
import earshot.stack.TableResource.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one {@code AWS::DynamoDB::Table}. */
final class TableReader {
    private TableReader() {}

    static TableResource read(String logicalId, String name, Section properties) {
        var types = attributeTypes(properties);
        var table =
                new TableResource(
                        logicalId,
                        name,
                        keys(properties),
                        types,
                        indexes(properties),
                        streamView(properties),
                        timeToLive(properties));
        properties.finish(
                "TableName",
                "BillingMode",
                "ProvisionedThroughput",
                "PointInTimeRecoverySpecification",
                "SSESpecification",
                "DeletionProtectionEnabled",
                "TableClass",
                "Tags");
        checkKeys(table, properties);
        return table;
    }

    private static Map<String, String> attributeTypes(Section properties) {
        var types = new LinkedHashMap<String, String>();
        for (var definition : properties.sections("AttributeDefinitions")) {
            types.put(definition.text("AttributeName"), definition.text("AttributeType"));
            definition.finish();
        }
        return types;
    }

    private static Keys keys(Section owner) {
        String partition = null;
        String sort = null;
        for (var key : owner.sections("KeySchema")) {
            switch (key.text("KeyType")) {
                case "HASH" -> partition = key.text("AttributeName");
                case "RANGE" -> sort = key.text("AttributeName");
                case String other -> key.fault("KeyType", "is neither HASH nor RANGE: " + other);
            }
            key.finish("AttributeName");
        }
        if (partition == null) {
            owner.fault("KeySchema", "names no HASH key");
        }
        return new Keys(partition == null ? "" : partition, sort);
    }

    private static List<Index> indexes(Section properties) {
        return properties.sections("GlobalSecondaryIndexes").stream()
                .map(TableReader::index)
                .toList();
    }

    private static Index index(Section section) {
        var projection = section.section("Projection");
        var index =
                new Index(
                        section.text("IndexName"),
                        keys(section),
                        projection.text("ProjectionType"),
                        projection.texts("NonKeyAttributes"));
        projection.finish();
        section.finish("ProvisionedThroughput");
        return index;
    }

    private static @Nullable String streamView(Section properties) {
        var stream = properties.section("StreamSpecification");
        var view = stream.optional("StreamViewType");
        stream.finish();
        return view;
    }

    private static @Nullable String timeToLive(Section properties) {
        if (!properties.has("TimeToLiveSpecification")) {
            return null;
        }
        var specification = properties.section("TimeToLiveSpecification");
        var attribute = specification.text("AttributeName");
        var enabled = specification.flag("Enabled", false);
        specification.finish();
        return enabled ? attribute : null;
    }

    /** DynamoDB wants every key attribute defined, and no other. */
    private static void checkKeys(TableResource table, Section properties) {
        var keys =
                Stream.concat(Stream.of(table.keys()), table.indexes().stream().map(Index::keys))
                        .flatMap(pair -> Stream.of(pair.partition(), pair.sort()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        for (var key : keys) {
            if (!table.attributeTypes().containsKey(key)) {
                properties.fault("AttributeDefinitions", "does not define the key " + key);
            }
        }
        for (var defined : table.attributeTypes().keySet()) {
            if (!keys.contains(defined)) {
                properties.fault("AttributeDefinitions", "defines what is no key: " + defined);
            }
        }
    }
}
