package earshot.policy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonBoolean;
import earshot.json.JsonNull;
import earshot.json.JsonNumber;
import earshot.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks a policy file by schema and by meaning. For the command line only: the validator that this
 * class needs is an optional dependency, which no function brings.
 */
public final class PolicySchema {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(PolicyFile.schema(), InputFormat.JSON);

    private PolicySchema() {}

    /**
     * Everything that is wrong with a policy file, in its order; empty when it may be pushed. What
     * the reader found is said in its words, which tell how to mend it; the schema adds what it
     * finds elsewhere.
     */
    public static List<Fault> check(String yaml) {
        var found = new ArrayList<Fault>();
        if (PolicyReader.read(yaml, 0) instanceof PolicyReading.Faulty(List<Fault> faults)) {
            found.addAll(faults);
        }
        for (var fault : bySchema(yaml)) {
            if (found.stream()
                    .noneMatch(
                            said ->
                                    said.path().startsWith(fault.path())
                                            || fault.path().startsWith(said.path()))) {
                found.add(fault);
            }
        }
        found.sort(Comparator.comparingInt(Fault::line));
        return found;
    }

    /** What the schema alone finds; nothing where the file is no YAML. */
    static List<Fault> bySchema(String yaml) {
        return YamlParser.parse(yaml, new Faults()).stream()
                .flatMap(
                        root ->
                                SCHEMA.validate(json(root).toString(), InputFormat.JSON).stream()
                                        .map(error -> fault(root, error)))
                .distinct()
                .toList();
    }

    private static Fault fault(Yaml root, Error error) {
        var path = error.getInstanceLocation();
        var node = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            var element = path.getElement(i);
            node =
                    switch (node) {
                        case Yaml.Mapping mapping ->
                                mapping.entries().getOrDefault(String.valueOf(element), node);
                        case Yaml.Sequence sequence when element instanceof Integer index ->
                                sequence.items().get(index);
                        case Yaml.Sequence _, Yaml.Scalar _ -> node;
                    };
        }
        return new Fault(node.place().path(), node.place().line(), error.getMessage());
    }

    /** The file as a schema sees it, where a plain scalar may be a number, a boolean or nothing. */
    private static Json json(Yaml node) {
        return switch (node) {
            case Yaml.Mapping mapping -> {
                var members = new LinkedHashMap<String, Json>();
                mapping.entries().forEach((name, value) -> members.put(name, json(value)));
                yield new JsonObject(members);
            }
            case Yaml.Sequence sequence ->
                    new JsonArray(sequence.items().stream().map(PolicySchema::json).toList());
            case Yaml.Scalar scalar when scalar.isNothing() -> JsonNull.NULL;
            case Yaml.Scalar(_, var text, var plain) when plain -> plain(text);
            case Yaml.Scalar scalar -> Json.of(scalar.text());
        };
    }

    private static Json plain(String text) {
        return switch (text) {
            case "true" -> JsonBoolean.TRUE;
            case "false" -> JsonBoolean.FALSE;
            default ->
                    text.length() <= 64 && NUMBER.matcher(text).matches()
                            ? new JsonNumber(text)
                            : Json.of(text);
        };
    }
}
