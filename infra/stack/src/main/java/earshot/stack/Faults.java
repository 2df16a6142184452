package earshot.stack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects faults while a template is read, so that all of them are said at once. */
final class Faults {
    private final Set<TemplateFault> found = new LinkedHashSet<>();

    /** A place in the template: the resource (or section), and the path below it. */
    record Place(String resource, String property) {
        static Place of(String resource) {
            return new Place(resource, "");
        }

        Place child(String name) {
            return new Place(resource, property.isEmpty() ? name : property + "." + name);
        }

        Place item(int index) {
            return new Place(resource, property + "[" + index + "]");
        }
    }

    void add(Place place, String problem) {
        found.add(new TemplateFault(place.resource(), place.property(), problem));
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<TemplateFault> all() {
        return List.copyOf(found);
    }
}
