package earshot.policy;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows its place. Scalars are text: no id passes through a number. */
sealed interface Yaml {
    Place place();

    /**
     * @param line from 1
     */
    record Place(String path, int line) {
        Place key(String name) {
            return new Place(path.isEmpty() ? name : path + "." + name, line);
        }

        Place item(int index) {
            return new Place(path + "[" + index + "]", line);
        }

        Place on(int otherLine) {
            return new Place(path, otherLine);
        }
    }

    /**
     * @param entries in the order of the file
     */
    record Mapping(Place place, Map<String, Yaml> entries) implements Yaml {}

    record Sequence(Place place, List<Yaml> items) implements Yaml {}

    /**
     * @param plain without quotes, and so possibly a number, a boolean or nothing
     */
    record Scalar(Place place, String text, boolean plain) implements Yaml {
        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }
}
