package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates the intrinsic functions of a template. What cannot be evaluated is a fault and becomes
 * the empty text, so that the rest is still read.
 *
 * @param conditions which conditions hold
 * @param types the type of each resource, by logical id
 * @param left those of them that this stack leaves out, because their condition does not hold
 * @param mappings what {@code Fn::FindInMap} looks into
 */
record Evaluation(
        Map<String, String> parameters,
        Map<String, Boolean> conditions,
        Map<String, String> types,
        Set<String> left,
        Mappings mappings,
        Attributes attributes,
        Faults faults) {
    private static final Tree NOTHING_SAID = new Tree.Text("");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of(
                    "AWS::AccountId", Attributes.ACCOUNT,
                    "AWS::Partition", "aws",
                    "AWS::Region", Attributes.REGION,
                    "AWS::StackId", "earshot-local",
                    "AWS::StackName", "earshot-local",
                    "AWS::URLSuffix", "amazonaws.com");

    /** The same with the names of what was created, and no faults yet. */
    Evaluation after(Provisioned provisioned) {
        return new Evaluation(
                parameters,
                conditions,
                types,
                left,
                mappings,
                attributes.with(provisioned),
                new Faults());
    }

    /** The same with conditions that are decided. */
    Evaluation with(Map<String, Boolean> decided) {
        return new Evaluation(parameters, decided, types, left, mappings, attributes, faults);
    }

    /** The same for what is not used: it may name what this stack leaves out. */
    private Evaluation unused() {
        return new Evaluation(
                parameters, conditions, types, Set.of(), mappings, attributes, faults);
    }

    /** The ARN of a queue. */
    String queueArn(String logicalId) {
        var arn = attributes.of(logicalId, ResourceTypes.QUEUE, "Arn");
        return arn == null ? "" : arn;
    }

    /** The ARN of a secret. */
    String secretArn(String logicalId) {
        return ref(logicalId, ResourceTypes.SECRET);
    }

    /** The ARN of a layer. */
    String layerArn(String logicalId) {
        return ref(logicalId, ResourceTypes.LAYER);
    }

    private String ref(String logicalId, String type) {
        var arn = attributes.of(logicalId, type, Attributes.REF);
        return arn == null ? "" : arn;
    }

    /** The value without calls. */
    Tree evaluate(Tree tree, Place place) {
        return switch (tree) {
            case Tree.Text text -> text;
            case Tree.Absent absent -> absent;
            case Tree.Fields(var values) -> fields(values, place);
            case Tree.Items(var values) -> items(values, place);
            case Tree.Call(var function, var argument) -> call(function, argument, place);
        };
    }

    private Tree fields(Map<String, Tree> values, Place place) {
        var evaluated = new LinkedHashMap<String, Tree>();
        values.forEach(
                (name, value) -> {
                    var result = evaluate(value, place.child(name));
                    if (!(result instanceof Tree.Absent)) {
                        evaluated.put(name, result);
                    }
                });
        return new Tree.Fields(evaluated);
    }

    private Tree items(List<Tree> values, Place place) {
        var evaluated = new ArrayList<Tree>();
        for (int i = 0; i < values.size(); i++) {
            var result = evaluate(values.get(i), place.item(i));
            if (!(result instanceof Tree.Absent)) {
                evaluated.add(result);
            }
        }
        return new Tree.Items(evaluated);
    }

    private Tree call(String function, Tree argument, Place place) {
        return switch (function) {
            case "Ref" -> ref(text(argument, place), place);
            case "GetAtt" -> attribute(arguments(argument, 2, function, place), place);
            case "Sub" -> substitute(argument, place);
            case "Join" -> join(arguments(argument, 2, function, place), place);
            case "FindInMap" -> find(arguments(argument, 3, function, place), place);
            case "If" -> choose(arguments(argument, 3, function, place), place);
            case "Equals", "Not", "And", "Or", "Condition" ->
                    fault(place, "!" + function + " belongs into Conditions");
            default -> fault(place, "!" + function + " is no function that is known here");
        };
    }

    private Tree ref(String name, Place place) {
        if (name.equals("AWS::NoValue")) {
            return new Tree.Absent();
        }
        var value = PSEUDO_PARAMETERS.getOrDefault(name, parameters.get(name));
        if (value != null) {
            return new Tree.Text(value);
        }
        // SAM's own: the id of a resource that it makes, such as Api.Stage.
        int dot = types.containsKey(name) ? -1 : name.indexOf('.');
        return dot < 0
                ? attribute(List.of(name, Attributes.REF), place)
                : attribute(List.of(name.substring(0, dot), name.substring(dot + 1)), place);
    }

    /** Takes texts of the template and names found inside of a text alike. */
    private Tree attribute(List<?> pair, Place place) {
        if (pair.size() != 2) {
            return NOTHING_SAID;
        }
        var logicalId = name(pair.get(0), place);
        var attribute = name(pair.get(1), place);
        var type = types.get(logicalId);
        if (type == null) {
            return fault(place, "names nothing in this template: " + logicalId);
        }
        if (left.contains(logicalId)) {
            return fault(place, "names what this stack leaves out: " + logicalId);
        }
        var value = attributes.of(logicalId, type, attribute);
        return value == null
                ? fault(place, logicalId + " (" + type + ") has no attribute " + attribute)
                : new Tree.Text(value);
    }

    private String name(Object part, Place place) {
        return part instanceof Tree tree ? text(tree, place) : part.toString();
    }

    private Tree find(List<Tree> path, Place place) {
        if (path.isEmpty()) {
            return NOTHING_SAID;
        }
        var names = path.stream().map(part -> text(part, place)).toList();
        var found = mappings.find(names);
        return found == null
                ? fault(place, "finds nothing under " + String.join(", ", names))
                : found;
    }

    private Tree substitute(Tree argument, Place place) {
        if (argument instanceof Tree.Items(var values)
                && values.size() == 2
                && evaluate(values.get(1), place) instanceof Tree.Fields(var names)) {
            return substitute(text(values.getFirst(), place), names, place);
        }
        return substitute(text(argument, place), Map.of(), place);
    }

    private Tree substitute(String pattern, Map<String, Tree> names, Place place) {
        return new Tree.Text(
                PLACEHOLDER
                        .matcher(pattern)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                placeholder(
                                                        found.group(1),
                                                        found.group(2),
                                                        names,
                                                        place))));
    }

    private String placeholder(String literal, String name, Map<String, Tree> names, Place place) {
        if (!literal.isEmpty()) {
            return "${" + name + "}";
        }
        var own = names.get(name);
        if (own != null) {
            return text(own, place);
        }
        int dot = name.indexOf('.');
        return text(
                dot < 0
                        ? ref(name, place)
                        : attribute(
                                List.of(name.substring(0, dot), name.substring(dot + 1)), place),
                place);
    }

    private Tree join(List<Tree> arguments, Place place) {
        if (arguments.size() != 2) {
            return NOTHING_SAID;
        }
        if (!(evaluate(arguments.get(1), place) instanceof Tree.Items(var parts))) {
            return fault(place, "!Join joins a list");
        }
        return new Tree.Text(
                parts.stream()
                        .map(part -> text(part, place))
                        .collect(Collectors.joining(text(arguments.getFirst(), place))));
    }

    private Tree choose(List<Tree> arguments, Place place) {
        if (arguments.size() != 3) {
            return NOTHING_SAID;
        }
        var holds = holds(text(arguments.getFirst(), place), place);
        // Both are evaluated: a fault in the other one would show in another stack only.
        unused().evaluate(arguments.get(holds ? 2 : 1), place);
        return evaluate(arguments.get(holds ? 1 : 2), place);
    }

    private boolean holds(String condition, Place place) {
        var truth = conditions.get(condition);
        if (truth == null) {
            fault(place, "names no condition: " + condition);
        }
        return Boolean.TRUE.equals(truth);
    }

    /**
     * The arguments of a function that takes so many; none, and a fault, where there are others.
     */
    List<Tree> arguments(Tree argument, int count, String function, Place place) {
        if (argument instanceof Tree.Items(var values) && values.size() == count) {
            return values;
        }
        fault(place, "!" + function + " takes a list of " + count);
        return List.of();
    }

    /** The value, which has to be a text. */
    String text(Tree tree, Place place) {
        return switch (evaluate(tree, place)) {
            case Tree.Text(var text) -> text;
            case Tree other -> {
                fault(place, "is " + other.kind() + ", not a text");
                yield "";
            }
        };
    }

    private Tree fault(Place place, String problem) {
        faults.add(place, problem);
        return NOTHING_SAID;
    }
}
