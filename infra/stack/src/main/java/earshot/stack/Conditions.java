package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The template's conditions. They look at parameters alone, so they are decided before all else.
 */
final class Conditions {
    private final Map<String, Tree> declared;
    private final Evaluation evaluation;
    private final Map<String, Boolean> decided = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private Conditions(Map<String, Tree> declared, Evaluation evaluation) {
        this.declared = declared;
        this.evaluation = evaluation;
    }

    /**
     * Which of the conditions hold.
     *
     * @param evaluation knows the parameters, and no resource
     */
    static Map<String, Boolean> decide(Map<String, Tree> declared, Evaluation evaluation) {
        var conditions = new Conditions(declared, evaluation);
        for (var name : declared.keySet()) {
            conditions.holds(name, Place.of("Conditions").child(name));
        }
        return conditions.decided;
    }

    private boolean holds(String name, Place place) {
        var known = decided.get(name);
        if (known != null) {
            return known;
        }
        var tree = declared.get(name);
        if (tree == null) {
            return fault(place, "names no condition: " + name);
        }
        if (!open.add(name)) {
            return fault(place, "depends on itself through " + open);
        }
        var truth = truth(tree, Place.of("Conditions").child(name));
        open.remove(name);
        decided.put(name, truth);
        return truth;
    }

    private boolean truth(Tree tree, Place place) {
        if (!(tree instanceof Tree.Call(var function, var argument))) {
            return fault(place, "is " + tree.kind() + ", not a condition");
        }
        return switch (function) {
            case "Equals" -> {
                var sides = evaluation.arguments(argument, 2, function, place);
                yield sides.stream().map(side -> evaluation.text(side, place)).distinct().count()
                        == 1;
            }
            case "Not" ->
                    !evaluation.arguments(argument, 1, function, place).stream()
                            .allMatch(part -> truth(part, place));
            case "And" -> parts(argument, place).stream().allMatch(part -> truth(part, place));
            case "Or" -> parts(argument, place).stream().anyMatch(part -> truth(part, place));
            case "Condition" -> holds(evaluation.text(argument, place), place);
            default -> fault(place, "!" + function + " is no condition");
        };
    }

    private List<Tree> parts(Tree argument, Place place) {
        if (argument instanceof Tree.Items(var values)) {
            return values;
        }
        fault(place, "is " + argument.kind() + ", not a list of conditions");
        return List.of();
    }

    private boolean fault(Place place, String problem) {
        evaluation.faults().add(place, problem);
        return false;
    }
}
