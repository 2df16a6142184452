package earshot.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a template. Before its functions are evaluated it may hold calls, after it none. */
sealed interface Tree {
    /** A scalar; a template's numbers and flags stay as they are spelled. */
    record Text(String value) implements Tree {}

    /** A mapping, in the order of the file. */
    record Fields(Map<String, Tree> values) implements Tree {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        static final Fields EMPTY = new Fields(Map.of());
    }

    /** A sequence. */
    record Items(List<Tree> values) implements Tree {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An intrinsic function, by its short name: {@code Ref}, {@code GetAtt}, {@code Sub}, ... */
    record Call(String function, Tree argument) implements Tree {}

    /** What {@code AWS::NoValue} leaves: the property is not there. */
    record Absent() implements Tree {}

    /** How a person would call the kind of this value. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Fields _ -> "a mapping";
            case Items _ -> "a list";
            case Call call -> "!" + call.function();
            case Absent _ -> "nothing";
        };
    }
}
