package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stack's outputs, before their functions are evaluated. */
record Outputs(Tree.Fields declared, Map<String, Boolean> conditions) {
    /** The values of those whose condition holds, by name. */
    Map<String, String> values(Evaluation evaluation) {
        var place = Place.of("Outputs");
        var values = new LinkedHashMap<String, String>();
        Section.of(declared, place, evaluation.faults())
                .named()
                .forEach(
                        (name, output) -> {
                            if (output.holds(conditions)) {
                                values.put(name, value(output, evaluation));
                            }
                            output.finish("Value", "Description");
                        });
        return values;
    }

    private static String value(Section output, Evaluation evaluation) {
        var value = output.tree("Value");
        return value == null ? output.text("Value") : evaluation.text(value, output.place("Value"));
    }
}
