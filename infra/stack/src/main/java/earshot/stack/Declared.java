package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the template declares it, with the Globals, before its functions are evaluated.
 *
 * @param optional the metadata {@code Optional} of a secret: settings, separated by commas
 */
record Declared(String logicalId, String type, @Nullable Tree optional, Tree properties) {
    Place place() {
        return Place.of(logicalId).child("Properties");
    }

    /** The properties, evaluated. */
    Section section(Evaluation evaluation) {
        return Section.of(evaluation.evaluate(properties, place()), place(), evaluation.faults());
    }

    /** The settings that a secret may hold beside those that it is made with. */
    List<String> optional(Evaluation evaluation) {
        if (optional == null) {
            return List.of();
        }
        var text = evaluation.text(optional, Place.of(logicalId).child("Metadata.Optional"));
        return Arrays.stream(text.split(",", -1)).filter(each -> !each.isEmpty()).toList();
    }

    /** The name that the template gives it; its logical id where it gives none. */
    String name(Evaluation evaluation) {
        var property =
                switch (type) {
                    case ResourceTypes.TABLE -> "TableName";
                    case ResourceTypes.QUEUE -> "QueueName";
                    case ResourceTypes.FUNCTION -> "FunctionName";
                    case ResourceTypes.LAYER -> "LayerName";
                    case ResourceTypes.SECRET -> "Name";
                    default -> "";
                };
        var name = properties instanceof Tree.Fields(var values) ? values.get(property) : null;
        return name == null ? logicalId : evaluation.text(name, place().child(property));
    }
}
