package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a template's YAML. Functions are read in both spellings, {@code !Sub x} and {@code Fn::Sub:
 * x}; a key that is there twice is a fault, since only one of its values could count.
 */
final class TreeReader {
    static final Place TOP = Place.of("template");
    private static final Place RESOURCES = Place.of("Resources");
    private static final String LONG_FORM = "Fn::";
    private static final String LOOP = "Fn::ForEach::";

    private final Faults faults;

    private TreeReader(Faults faults) {
        this.faults = faults;
    }

    /** The file's mapping; an empty one, and a fault, where the file holds none. */
    static Tree.Fields read(String yaml, Faults faults) {
        try {
            Optional<Node> node = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (node.map(found -> new TreeReader(faults).tree(found, TOP)).orElse(null)
                            instanceof Tree.Fields fields
                    && !fields.values().isEmpty()) {
                return fields;
            }
            faults.add(TOP, "is no mapping of sections such as Resources");
        } catch (MarkedYamlEngineException e) {
            faults.add(TOP, "is no YAML: " + problem(e));
        }
        return Tree.Fields.EMPTY;
    }

    /** The exception's own text shows the line with a marker below: too much for one line. */
    private static String problem(MarkedYamlEngineException e) {
        return e.getProblem()
                + e.getProblemMark()
                        .map(
                                mark ->
                                        " in line %d, column %d"
                                                .formatted(
                                                        mark.getLine() + 1, mark.getColumn() + 1))
                        .orElse("");
    }

    private Tree tree(Node node, Place place) {
        var tag = node.getTag().getValue();
        var plain =
                switch (node) {
                    case ScalarNode scalar -> new Tree.Text(scalar.getValue());
                    case SequenceNode sequence -> items(sequence, place);
                    case MappingNode mapping -> fields(mapping, place);
                    default -> throw new IllegalStateException("no such node: " + node);
                };
        var value = longForm(plain);
        return tag.startsWith("!") ? call(tag.substring(1), value) : value;
    }

    private Tree items(SequenceNode sequence, Place place) {
        var items = new ArrayList<Tree>();
        for (var item : sequence.getValue()) {
            items.add(tree(item, place.item(items.size())));
        }
        return new Tree.Items(items);
    }

    private Tree fields(MappingNode mapping, Place place) {
        var fields = new LinkedHashMap<String, Tree>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(place, "has a key that is no text");
                continue;
            }
            var below = below(place, key.getValue());
            if (fields.put(key.getValue(), tree(tuple.getValueNode(), below)) != null) {
                faults.add(below, "is there twice");
            }
        }
        return new Tree.Fields(fields);
    }

    /** A fault is named by its section, one below Resources by its resource. */
    private static Place below(Place place, String key) {
        return place.equals(TOP) || place.equals(RESOURCES) ? Place.of(key) : place.child(key);
    }

    private static Tree call(String function, Tree argument) {
        return function.equals("GetAtt") && argument instanceof Tree.Text(var dotted)
                ? new Tree.Call(function, attribute(dotted))
                : new Tree.Call(function, argument);
    }

    /** {@code Queue.Arn} as the pair that {@code Fn::GetAtt} takes. */
    private static Tree attribute(String dotted) {
        var dot = dotted.indexOf('.');
        return dot < 0
                ? new Tree.Text(dotted)
                : new Tree.Items(
                        List.of(
                                new Tree.Text(dotted.substring(0, dot)),
                                new Tree.Text(dotted.substring(dot + 1))));
    }

    private static Tree longForm(Tree tree) {
        if (!(tree instanceof Tree.Fields(var values)) || values.size() != 1) {
            return tree;
        }
        var only = values.entrySet().iterator().next();
        if (only.getKey().equals("Ref")) {
            return call("Ref", only.getValue());
        }
        return only.getKey().startsWith(LONG_FORM) && !only.getKey().startsWith(LOOP)
                ? call(only.getKey().substring(LONG_FORM.length()), only.getValue())
                : tree;
    }
}
