package earshot.policy;

import earshot.policy.Yaml.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that all of it is named at once. */
final class Faults {
    private final List<Fault> all = new ArrayList<>();

    void add(Place place, String problem) {
        all.add(new Fault(place.path(), place.line(), problem));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Fault> inOrder() {
        return all.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
