package earshot.casebook;

import earshot.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The few things that the case table is asked to do. Every read is strongly consistent. */
final class Table {
    private final DynamoDbClient db;
    private final String name;

    Table(DynamoDbClient db, String name) {
        this.db = db;
        this.name = name;
    }

    /** What a conditional write came to. */
    sealed interface Put {
        record Done() implements Put {}

        /** The condition did not hold. */
        record Refused(JsonObject holds) implements Put {}
    }

    Optional<JsonObject> get(Keys.Key key) {
        var answer = db.getItem(r -> r.tableName(name).key(ItemJson.of(key)).consistentRead(true));
        return answer.hasItem() && !answer.item().isEmpty()
                ? Optional.of(ItemJson.json(answer.item()))
                : Optional.empty();
    }

    void put(Keys.Key key, JsonObject attributes) {
        db.putItem(r -> r.tableName(name).item(ItemJson.item(key, attributes)));
    }

    Put putIfAbsent(Keys.Key key, JsonObject attributes) {
        return put(key, attributes, "attribute_not_exists(pk)", Map.of(), Map.of());
    }

    /** Puts an item over one whose number of that name is still the given one. */
    Put putIf(Keys.Key key, JsonObject attributes, String counter, long was) {
        return put(
                key,
                attributes,
                "#c = :c",
                Map.of("#c", counter),
                Map.of(":c", ItemJson.number(was)));
    }

    /**
     * Puts an item over one whose number of that name is not beyond the given one, or over none.
     */
    Put putUpTo(Keys.Key key, JsonObject attributes, String counter, long most) {
        return put(
                key,
                attributes,
                "attribute_not_exists(#c) OR #c <= :c",
                Map.of("#c", counter),
                Map.of(":c", ItemJson.number(most)));
    }

    private Put put(
            Keys.Key key,
            JsonObject attributes,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        var request =
                PutItemRequest.builder()
                        .tableName(name)
                        .item(ItemJson.item(key, attributes))
                        .conditionExpression(condition)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (!names.isEmpty()) {
            request.expressionAttributeNames(names);
        }
        if (!values.isEmpty()) {
            request.expressionAttributeValues(values);
        }
        try {
            db.putItem(request.build());
            return new Put.Done();
        } catch (ConditionalCheckFailedException e) {
            return new Put.Refused(ItemJson.json(e.hasItem() ? e.item() : Map.of()));
        }
    }

    /** Updates an item; empty when the condition does not hold. */
    Optional<JsonObject> update(
            Keys.Key key,
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        var request =
                UpdateItemRequest.builder()
                        .tableName(name)
                        .key(ItemJson.of(key))
                        .updateExpression(expression)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW);
        if (condition != null) {
            request.conditionExpression(condition);
        }
        if (!names.isEmpty()) {
            request.expressionAttributeNames(names);
        }
        try {
            return Optional.of(ItemJson.json(db.updateItem(request.build()).attributes()));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /** All items of a partition whose sort key begins so, in order of the sort key. */
    Stream<JsonObject> query(String pk, String prefix) {
        return db.queryPaginator(partition(pk, prefix).build()).items().stream()
                .map(ItemJson::json);
    }

    /** All items of a partition, in order of the sort key. */
    Stream<JsonObject> query(String pk) {
        var request =
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", ItemJson.text(pk)))
                        .build();
        return db.queryPaginator(request).items().stream().map(ItemJson::json);
    }

    /** The last item of a partition whose sort key begins so. */
    Optional<JsonObject> last(String pk, String prefix) {
        var answer = db.query(partition(pk, prefix).scanIndexForward(false).limit(1).build());
        return answer.items().stream().findFirst().map(ItemJson::json);
    }

    private QueryRequest.Builder partition(String pk, String prefix) {
        return QueryRequest.builder()
                .tableName(name)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                        Map.of(":pk", ItemJson.text(pk), ":prefix", ItemJson.text(prefix)));
    }

    /**
     * The items of one partition of an index, by its sort key.
     *
     * @param upTo the largest sort key; null for all
     */
    Stream<JsonObject> index(
            String index,
            String partitionKey,
            String partition,
            String sortKey,
            @Nullable String upTo) {
        var names = new HashMap<String, String>(Map.of("#p", partitionKey));
        var values = new HashMap<String, AttributeValue>(Map.of(":p", ItemJson.text(partition)));
        var condition = "#p = :p";
        if (upTo != null) {
            names.put("#s", sortKey);
            values.put(":s", ItemJson.text(upTo));
            condition += " AND #s <= :s";
        }
        var request =
                QueryRequest.builder()
                        .tableName(name)
                        .indexName(index)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build();
        return db.queryPaginator(request).items().stream().map(ItemJson::json);
    }
}
