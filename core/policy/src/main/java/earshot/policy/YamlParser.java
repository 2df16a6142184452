package earshot.policy;

import earshot.policy.Yaml.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of a file from YAML's events: one document of mappings, lists and text. Aliases,
 * tags, keys that are no words and nesting without end are refused, for no policy needs them.
 */
final class YamlParser {
    private static final int DEEPEST = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(1_000_000).build();

    private final Iterator<Event> events;
    private final Faults faults;

    private YamlParser(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /** The tree of the file; empty when it is no YAML, which is then a fault. */
    static Optional<Yaml> parse(String text, Faults faults) {
        try {
            var events = new Parse(SETTINGS).parseString(text).iterator();
            return Optional.of(new YamlParser(events, faults).document());
        } catch (MarkedYamlEngineException e) {
            var line = line(e.getProblemMark().or(e::getContextMark));
            faults.add(new Place("", line), "This is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(new Place("", 1), "This is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Yaml document() {
        // The start of the stream, then the start of the document.
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            throw refused("the file is empty; ./earshot policy show prints a whole one", null);
        }
        var root = node(events.next(), new Place("", 1), 0);
        events.next();
        if (!(events.next() instanceof StreamEndEvent)) {
            throw refused("a policy is one document, without a second after ---", null);
        }
        return root;
    }

    private Yaml node(Event event, Place place, int depth) {
        if (depth > DEEPEST) {
            throw refused("nothing in a policy is nested so deep", event);
        }
        var here = place.on(line(event.getStartMark()));
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, here);
            case MappingStartEvent _ -> mapping(here, depth);
            case SequenceStartEvent _ -> sequence(here, depth);
            case AliasEvent _ -> throw refused("write it out instead of using an alias", event);
            default -> throw refused("unexpected " + event.getEventId(), event);
        };
    }

    private static Yaml scalar(ScalarEvent scalar, Place place) {
        if (scalar.getTag().isPresent()) {
            throw refused("a policy has no tags such as !!str; use quotes for text", scalar);
        }
        return new Yaml.Scalar(place, scalar.getValue(), scalar.isPlain());
    }

    private Yaml mapping(Place place, int depth) {
        var entries = new LinkedHashMap<String, Yaml>();
        for (var event = events.next();
                !(event instanceof MappingEndEvent);
                event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw refused("a key is a word", event);
            }
            var at = place.key(key.getValue()).on(line(key.getStartMark()));
            if (entries.put(key.getValue(), node(events.next(), at, depth + 1)) != null) {
                faults.add(at, "is written twice; keep one of the two");
            }
        }
        return new Yaml.Mapping(place, entries);
    }

    private Yaml sequence(Place place, int depth) {
        var items = new ArrayList<Yaml>();
        for (var event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            items.add(node(event, place.item(items.size()), depth + 1));
        }
        return new Yaml.Sequence(place, items);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    private static ParserException refused(String problem, @Nullable Event at) {
        return new ParserException(problem, at == null ? Optional.empty() : at.getStartMark());
    }
}
