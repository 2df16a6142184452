package earshot.stack;

import earshot.stack.Faults.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the template while it is read: each property is asked for by name and kind, a wrong
 * one becomes a fault, and so does one that nobody asked for.
 */
final class Section {
    private final Map<String, Tree> values;
    private final Place place;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    private Section(Map<String, Tree> values, Place place, Faults faults) {
        this.values = values;
        this.place = place;
        this.faults = faults;
    }

    static Section of(Tree tree, Place place, Faults faults) {
        if (tree instanceof Tree.Fields(var values)) {
            return new Section(values, place, faults);
        }
        faults.add(place, "is " + tree.kind() + ", not a mapping");
        return new Section(Map.of(), place, faults);
    }

    Place place() {
        return place;
    }

    Place place(String name) {
        return place.child(name);
    }

    void fault(String name, String problem) {
        faults.add(place.child(name), problem);
    }

    /** The text of a property that has to be there. */
    String text(String name) {
        var value = optional(name);
        if (value == null) {
            faults.add(place, "has no " + name);
            return "";
        }
        return value;
    }

    String text(String name, String fallback) {
        var value = optional(name);
        return value == null ? fallback : value;
    }

    @Nullable String optional(String name) {
        return switch (tree(name)) {
            case null -> null;
            case Tree.Text(var text) -> text;
            case Tree other -> {
                fault(name, "is " + other.kind() + ", not a text");
                yield "";
            }
        };
    }

    int number(String name, int fallback) {
        var value = optional(name);
        if (value == null) {
            return fallback;
        }
        if (!value.matches("[0-9]{1,9}")) {
            fault(name, "is no whole number: " + value);
            return fallback;
        }
        return Integer.parseInt(value);
    }

    Duration seconds(String name, int fallback) {
        return Duration.ofSeconds(number(name, fallback));
    }

    boolean flag(String name, boolean fallback) {
        return switch (text(name, fallback ? "true" : "false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> {
                fault(name, "is neither true nor false: " + other);
                yield fallback;
            }
        };
    }

    /** The mapping below a property; an empty one where it is not there. */
    Section section(String name) {
        var value = tree(name);
        return of(value == null ? Tree.Fields.EMPTY : value, place.child(name), faults);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Every property of this mapping, each a mapping itself. */
    Map<String, Section> named() {
        var sections = new LinkedHashMap<String, Section>();
        values.keySet().forEach(name -> sections.put(name, section(name)));
        return sections;
    }

    /** Every property of this mapping, each a text. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        values.keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** The mappings listed in a property; none where it is not there. */
    List<Section> sections(String name) {
        var sections = new ArrayList<Section>();
        for (var item : items(name)) {
            sections.add(of(item, place.child(name).item(sections.size()), faults));
        }
        return sections;
    }

    /** The texts listed in a property; none where it is not there. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (item instanceof Tree.Text(var text)) {
                texts.add(text);
            } else {
                faults.add(
                        place.child(name).item(texts.size()), "is " + item.kind() + ", not a text");
            }
        }
        return texts;
    }

    private List<Tree> items(String name) {
        return switch (tree(name)) {
            case null -> List.of();
            case Tree.Items(var items) -> items;
            case Tree other -> {
                fault(name, "is " + other.kind() + ", not a list");
                yield List.of();
            }
        };
    }

    /** Whether the condition that this mapping names holds; true where it names none. */
    boolean holds(Map<String, Boolean> conditions) {
        var condition = optional("Condition");
        if (condition == null) {
            return true;
        }
        var holds = conditions.get(condition);
        if (holds == null) {
            fault("Condition", "names no condition: " + condition);
        }
        return Boolean.TRUE.equals(holds);
    }

    @Nullable Tree tree(String name) {
        asked.add(name);
        return values.get(name);
    }

    /**
     * Says that this mapping was read: what nobody asked for is a fault.
     *
     * @param withoutLocalMeaning properties that may be there and change nothing here
     */
    void finish(String... withoutLocalMeaning) {
        asked.addAll(List.of(withoutLocalMeaning));
        for (var name : values.keySet()) {
            if (!asked.contains(name)) {
                fault(name, "is not known here");
            }
        }
    }
}
