package earshot.stack;

import earshot.stack.TableResource.Index;
import earshot.stack.TableResource.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates tables. */
record Tables(DynamoDbClient dynamoDb) {
    /** Creates a table unless it is there; what {@code Ref} and {@code Fn::GetAtt} give for it. */
    Map<String, String> create(TableResource table) {
        if (!exists(table.name())) {
            dynamoDb.createTable(request(table));
            dynamoDb.waiter().waitUntilTableExists(it -> it.tableName(table.name()));
        }
        expire(table);
        var description = describe(table.name());
        var stream = description.latestStreamArn();
        return stream == null
                ? Map.of(Attributes.REF, table.name(), "Arn", description.tableArn())
                : Map.of(
                        Attributes.REF,
                        table.name(),
                        "Arn",
                        description.tableArn(),
                        "StreamArn",
                        stream);
    }

    private boolean exists(String name) {
        try {
            describe(name);
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    private TableDescription describe(String name) {
        return dynamoDb.describeTable(it -> it.tableName(name)).table();
    }

    private static CreateTableRequest request(TableResource table) {
        var request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(keys(table.keys()))
                        .attributeDefinitions(definitions(table));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
        }
        var view = table.streamView();
        if (view != null) {
            request.streamSpecification(it -> it.streamEnabled(true).streamViewType(view));
        }
        return request.build();
    }

    private static List<AttributeDefinition> definitions(TableResource table) {
        return table.attributeTypes().entrySet().stream()
                .map(
                        entry ->
                                AttributeDefinition.builder()
                                        .attributeName(entry.getKey())
                                        .attributeType(entry.getValue())
                                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(Keys keys) {
        var schema = new ArrayList<KeySchemaElement>();
        schema.add(key(keys.partition(), KeyType.HASH));
        var sort = keys.sort();
        if (sort != null) {
            schema.add(key(sort, KeyType.RANGE));
        }
        return schema;
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(
                        it -> {
                            it.projectionType(index.projection());
                            if (!index.included().isEmpty()) {
                                it.nonKeyAttributes(index.included());
                            }
                        })
                .build();
    }

    /** Setting what is set already is refused, so it is asked for first. */
    private void expire(TableResource table) {
        var attribute = table.timeToLive();
        if (attribute == null) {
            return;
        }
        var status =
                dynamoDb.describeTimeToLive(it -> it.tableName(table.name()))
                        .timeToLiveDescription()
                        .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
            dynamoDb.updateTimeToLive(
                    it ->
                            it.tableName(table.name())
                                    .timeToLiveSpecification(
                                            ttl -> ttl.enabled(true).attributeName(attribute)));
        }
    }
}
