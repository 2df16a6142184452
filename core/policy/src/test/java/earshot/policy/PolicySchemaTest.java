package earshot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySchemaTest {
    @Test
    void thePoliciesThatShipAndTheExampleAreSound() {
        assertThat(PolicySchema.check(PolicyFile.defaults())).isEmpty();
        assertThat(PolicySchema.check(ExamplePolicy.TEXT)).isEmpty();
    }

    @Test
    void oneMistakeIsToldOnceInWordsThatHelp() {
        assertThat(PolicySchema.check(ExamplePolicy.TEXT.replace("first: 4 h", "first: 4 hours")))
                .singleElement()
                .hasToString(
                        "line 46: slas.standard.goals.normal.first: 4 hours is not a duration;"
                                + " write it as 30 s, 15 min, 4 h or 2 d");
    }

    @Test
    void theSchemaSpeaksWhereTheReaderIsContent() {
        assertThat(PolicySchema.check(ExamplePolicy.TEXT.replace("points: 20", "points: '20'")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("rules[0].then.points"));
    }

    @Test
    void whatIsNoYamlIsToldOnce() {
        assertThat(PolicySchema.check("zone: [UTC")).hasSize(1);
    }

    /** Functions load policies without the schema: nothing that it refuses may pass the reader. */
    @Test
    void theReaderKnowsTheSameKeysAsTheSchema() {
        for (var changed : changes()) {
            boolean bySchema = PolicySchema.bySchema(changed.yaml()).isEmpty();
            boolean byReader = PolicyReader.read(changed.yaml(), 1) instanceof PolicyReading.Sound;

            if (!bySchema || changed.isAboutKeys()) {
                assertThat(byReader).as(changed.what()).isEqualTo(bySchema);
            }
        }
    }

    private record Change(String what, String yaml, boolean isAboutKeys) {}

    /** The example with each key misspelled and each value of another kind. */
    private static List<Change> changes() {
        var root = YamlParser.parse(ExamplePolicy.TEXT, new Faults()).orElseThrow();
        var changes = new ArrayList<Change>();
        change(root, root, changes);
        return changes;
    }

    private static void change(Yaml root, Yaml node, List<Change> changes) {
        var junk = new Yaml.Scalar(node.place(), "!junk!", false);
        var map = new Yaml.Mapping(node.place(), new LinkedHashMap<>());
        map.entries().put("junk", junk);
        changes.add(changed("junk", root, node, junk, false));
        changes.add(changed("a mapping", root, node, map, false));
        changes.add(
                changed(
                        "a list",
                        root,
                        node,
                        new Yaml.Sequence(node.place(), List.of(map)),
                        false));
        switch (node) {
            case Yaml.Mapping mapping -> {
                mapping.entries()
                        .forEach(
                                (key, value) -> {
                                    var one = new LinkedHashMap<>(mapping.entries());
                                    one.remove(key);
                                    one.put("!" + key, value);
                                    var misspelled = new Yaml.Mapping(mapping.place(), one);
                                    changes.add(changed("!" + key, root, node, misspelled, true));
                                    change(root, value, changes);
                                });
            }
            case Yaml.Sequence sequence -> sequence.items().forEach(i -> change(root, i, changes));
            case Yaml.Scalar _ -> {}
        }
    }

    private static Change changed(String as, Yaml root, Yaml node, Yaml instead, boolean keys) {
        var what = node.place().path() + " as " + as;
        return new Change(what, write(root, node, instead), keys);
    }

    /** As YAML in the manner of JSON; plain stays plain. */
    private static String write(Yaml node, Yaml from, Yaml to) {
        return switch (node.equals(from) ? to : node) {
            case Yaml.Mapping mapping -> {
                var parts = new ArrayList<String>();
                mapping.entries()
                        .forEach(
                                (key, value) ->
                                        parts.add("\"" + key + "\": " + write(value, from, to)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case Yaml.Sequence sequence ->
                    "["
                            + String.join(
                                    ", ",
                                    sequence.items().stream()
                                            .map(item -> write(item, from, to))
                                            .toList())
                            + "]";
            case Yaml.Scalar(_, var text, var plain) when plain && !text.contains(",") -> text;
            case Yaml.Scalar scalar -> "\"" + scalar.text().replace("\\", "\\\\") + "\"";
        };
    }
}
