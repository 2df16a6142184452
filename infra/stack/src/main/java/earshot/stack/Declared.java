package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.List;

/**
 * A resource as the template declares it, with the Globals, before its functions are evaluated.
 *
 * @param optional the metadata {@code Optional} of a secret
 */
record Declared(String logicalId, String type, List<String> optional, Tree properties) {
    Place place() {
        return Place.of(logicalId).child("Properties");
    }

    /** The properties, evaluated. */
    Section section(Evaluation evaluation) {
        return Section.of(evaluation.evaluate(properties, place()), place(), evaluation.faults());
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
