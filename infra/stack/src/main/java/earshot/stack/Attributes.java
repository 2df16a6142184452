package earshot.stack;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give for each resource. Before a resource is created, and
 * for one that has no meaning here, that is the text that AWS would plausibly give.
 */
final class Attributes {
    static final String REGION = "eu-west-1";
    static final String ACCOUNT = "000000000000";

    /** The attribute under which {@code Ref} is found. */
    static final String REF = "Ref";

    private final Map<String, Map<String, String>> known = new TreeMap<>();

    /** What AWS would give for a resource of this type and name. */
    void predict(String logicalId, String type, String name) {
        known.put(
                logicalId,
                switch (type) {
                    case ResourceTypes.TABLE -> table(name);
                    case ResourceTypes.QUEUE -> queue(name);
                    case ResourceTypes.FUNCTION ->
                            Map.of(REF, name, "Arn", arn("lambda", "function:" + name));
                    case ResourceTypes.LAYER -> Map.of(REF, arn("lambda", "layer:" + name + ":1"));
                    case ResourceTypes.SECRET -> secret(name);
                    default -> Map.of(REF, name);
                });
    }

    /** These attributes, with those of what was created in place of the predicted ones. */
    Attributes with(Provisioned provisioned) {
        var attributes = new Attributes();
        attributes.known.putAll(known);
        attributes.known.putAll(provisioned.attributes());
        return attributes;
    }

    /** The value of an attribute; null where the resource has no such attribute. */
    @Nullable String of(String logicalId, String type, String attribute) {
        var value = known.getOrDefault(logicalId, Map.of()).get(attribute);
        return value == null && !ResourceTypes.LOCAL.contains(type)
                ? arn("local", logicalId + "/" + attribute)
                : value;
    }

    private static Map<String, String> table(String name) {
        var arn = arn("dynamodb", "table/" + name);
        return Map.of(REF, name, "Arn", arn, "StreamArn", arn + "/stream/latest");
    }

    private static Map<String, String> queue(String name) {
        var url = "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + name;
        var arn = arn("sqs", name);
        return Map.of(REF, url, "QueueUrl", url, "QueueName", name, "Arn", arn);
    }

    /** Secrets Manager ends each ARN with six characters of its own choice. */
    private static Map<String, String> secret(String name) {
        var arn = arn("secretsmanager", "secret:" + name + "-000000");
        return Map.of(REF, arn, "Id", arn);
    }

    private static String arn(String service, String resource) {
        return String.join(":", "arn:aws", service, REGION, ACCOUNT, resource);
    }
}
