package earshot.casebook;

import earshot.json.Json;
import earshot.json.JsonAbsent;
import earshot.json.JsonArray;
import earshot.json.JsonBoolean;
import earshot.json.JsonNull;
import earshot.json.JsonNumber;
import earshot.json.JsonObject;
import earshot.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item is a JSON object with other names for the types. */
final class ItemJson {
    private ItemJson() {}

    static Map<String, AttributeValue> of(Keys.Key key) {
        return Map.of(Keys.PK, text(key.pk()), Keys.SK, text(key.sk()));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** An item of these keys and these attributes. */
    static Map<String, AttributeValue> item(Keys.Key key, JsonObject attributes) {
        var item = new LinkedHashMap<String, AttributeValue>(of(key));
        attributes.members().forEach((name, value) -> item.put(name, value(value)));
        return item;
    }

    static JsonObject json(Map<String, AttributeValue> item) {
        var members = new LinkedHashMap<String, Json>();
        item.forEach((name, value) -> members.put(name, json(value)));
        return new JsonObject(members);
    }

    static AttributeValue value(Json json) {
        return switch (json) {
            case JsonString string -> AttributeValue.fromS(string.value());
            case JsonNumber number -> AttributeValue.fromN(number.literal());
            case JsonBoolean bool -> AttributeValue.fromBool(bool == JsonBoolean.TRUE);
            case JsonArray array ->
                    AttributeValue.fromL(array.items().stream().map(ItemJson::value).toList());
            case JsonObject object -> {
                var members = new LinkedHashMap<String, AttributeValue>();
                object.members().forEach((name, value) -> members.put(name, value(value)));
                yield AttributeValue.fromM(members);
            }
            case JsonNull _, JsonAbsent _ -> AttributeValue.fromNul(true);
        };
    }

    private static Json json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.of(value.s());
            case N -> new JsonNumber(value.n());
            case BOOL -> Json.of(value.bool());
            case L -> new JsonArray(value.l().stream().map(ItemJson::json).toList());
            case SS -> new JsonArray(value.ss().stream().sorted().map(Json::of).toList());
            case M -> json(value.m());
            case NUL -> JsonNull.NULL;
            case B, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalStateException(
                            "The case table holds no attribute of type " + value.type());
        };
    }
}
