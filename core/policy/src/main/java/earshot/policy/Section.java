package earshot.policy;

import earshot.policy.Yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file, asked key by key. What is missing or misspelled becomes a fault and comes
 * back as null or is left out, so that reading goes on; what nobody asked for is a fault in the
 * end.
 */
final class Section {
    private final Yaml.Mapping mapping;
    private final Faults faults;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    private Section(Yaml.Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
    }

    static Section of(Yaml node, Faults faults) {
        if (node instanceof Yaml.Mapping mapping) {
            return new Section(mapping, faults);
        }
        if (!(node instanceof Yaml.Scalar scalar && scalar.isNothing())) {
            faults.add(node.place(), "is a list of keys with values, each as key: value");
        }
        return new Section(new Yaml.Mapping(node.place(), Map.of()), faults);
    }

    Place place() {
        return mapping.place();
    }

    Place place(String key) {
        var node = mapping.entries().get(key);
        return node == null ? place().key(key) : node.place();
    }

    void fault(Place place, String problem) {
        faults.add(place, problem);
    }

    boolean has(String key) {
        known.add(key);
        return mapping.entries().containsKey(key);
    }

    /** The keys that are there, whether anybody asks for them or not. */
    Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** Null when it is not there, or misspelled, which is then a fault. */
    <T> @Nullable T optional(String key, Spelling<T> spelling) {
        var node = take(key);
        return node == null ? null : scalar(node, spelling);
    }

    /** Null when it is missing or misspelled, which is then a fault. */
    <T> @Nullable T required(String key, Spelling<T> spelling) {
        return isThere(key) ? optional(key, spelling) : null;
    }

    /** One value, or a list of values; none when it is not there. */
    <T> List<T> many(String key, Spelling<T> spelling) {
        var node = take(key);
        var items = new ArrayList<T>();
        if (node instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> addTo(items, scalar(item, spelling)));
        } else if (node != null) {
            addTo(items, scalar(node, spelling));
        }
        return items;
    }

    /** As {@link #many}, but where there is none, which is then a fault. */
    <T> List<T> oneOrMore(String key, Spelling<T> spelling) {
        var node = isThere(key) ? take(key) : null;
        if (node instanceof Yaml.Sequence sequence && sequence.items().isEmpty()) {
            faults.add(node.place(), "is empty; name at least one");
        }
        return many(key, spelling);
    }

    /** A mapping whose keys are values too; empty when it is not there. */
    <K, V> Map<K, V> table(String key, Spelling<K> keys, Spelling<V> values) {
        var read = new LinkedHashMap<K, V>();
        section(key)
                .mapping
                .entries()
                .forEach(
                        (name, node) -> {
                            var k = spelled(node.place(), name, keys);
                            var v = scalar(node, values);
                            if (k != null && v != null) {
                                read.put(k, v);
                            }
                        });
        return read;
    }

    /** An empty one when it is not there. */
    Section section(String key) {
        var node = take(key);
        return node == null
                ? new Section(new Yaml.Mapping(place().key(key), Map.of()), faults)
                : of(node, faults);
    }

    /** An empty one when it is missing, which is then a fault. */
    Section requiredSection(String key) {
        isThere(key);
        return section(key);
    }

    /** Mappings by their names; a name is an id. */
    Map<String, Section> named(String key) {
        return entries(key, node -> of(node, faults));
    }

    /** Lists of mappings by their names; a name is an id. */
    Map<String, List<Section>> namedLists(String key) {
        return entries(key, this::sections);
    }

    private <T> Map<String, T> entries(String key, Function<Yaml, T> value) {
        var read = new LinkedHashMap<String, T>();
        section(key)
                .mapping
                .entries()
                .forEach(
                        (name, node) -> {
                            spelled(node.place(), name, Spellings::id);
                            read.put(name, value.apply(node));
                        });
        return read;
    }

    /** A list of mappings; empty when it is not there. */
    List<Section> list(String key) {
        var node = take(key);
        return node == null ? List.of() : sections(node);
    }

    private List<Section> sections(Yaml node) {
        if (node instanceof Yaml.Sequence sequence) {
            return sequence.items().stream().map(item -> of(item, faults)).toList();
        }
        faults.add(node.place(), "is a list, each entry after a dash");
        return List.of();
    }

    /** To be called when everything was asked for. */
    void done() {
        mapping.entries()
                .forEach(
                        (name, node) -> {
                            if (!known.contains(name)) {
                                faults.add(
                                        node.place(),
                                        "is not known here; known are " + String.join(", ", known));
                            }
                        });
    }

    private boolean isThere(String key) {
        if (!has(key)) {
            faults.add(place().key(key), "is missing; add it here");
        }
        return has(key);
    }

    private @Nullable Yaml take(String key) {
        known.add(key);
        return mapping.entries().get(key);
    }

    private <T> @Nullable T scalar(Yaml node, Spelling<T> spelling) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            faults.add(node.place(), "is a single value, without keys or dashes below");
            return null;
        }
        if (scalar.isNothing()) {
            faults.add(node.place(), "is empty; give it a value or take the line out");
            return null;
        }
        return spelled(node.place(), scalar.text(), spelling);
    }

    private <T> @Nullable T spelled(Place place, String text, Spelling<T> spelling) {
        try {
            return spelling.read(text);
        } catch (IllegalArgumentException e) {
            faults.add(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static <T> void addTo(List<T> items, @Nullable T item) {
        if (item != null) {
            items.add(item);
        }
    }
}
