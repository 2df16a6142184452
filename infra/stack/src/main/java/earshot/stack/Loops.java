package earshot.stack;

import earshot.stack.Faults.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Repeats what stands under {@code Fn::ForEach}, once for each name of its list. As in AWS, the
 * identifier counts in the keys of the fragment, in {@code Ref} and in the text of {@code Fn::Sub};
 * any other text stays as it is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
record Loops(Faults faults) {
    private static final String LOOP = "Fn::ForEach::";

    /** A section with every loop replaced by what it repeats. */
    Tree.Fields without(Tree.Fields section, Place place) {
        var members = new LinkedHashMap<String, Tree>();
        section.values()
                .forEach(
                        (name, tree) -> {
                            if (name.startsWith(LOOP)) {
                                repeat(tree, place.child(name), members);
                            } else {
                                add(members, name, tree, place);
                            }
                        });
        return new Tree.Fields(members);
    }

    private void repeat(Tree loop, Place place, Map<String, Tree> members) {
        if (loop instanceof Tree.Items(var parts)
                && parts.size() == 3
                && parts.get(0) instanceof Tree.Text(var identifier)
                && parts.get(1) instanceof Tree.Items(var names)
                && parts.get(2) instanceof Tree.Fields(var fragment)) {
            for (var name : names) {
                var turn = new Turn(identifier, name instanceof Tree.Text(var text) ? text : "");
                fragment.forEach(
                        (key, tree) -> add(members, turn.key(key), turn.with(tree), place));
            }
        } else {
            faults.add(place, "is no identifier with a list of names and a mapping");
        }
    }

    private void add(Map<String, Tree> members, String name, Tree tree, Place place) {
        if (members.put(name, tree) != null) {
            faults.add(place.child(name), "is there twice");
        }
    }

    /** One name of a loop's list, in place of the identifier. */
    private record Turn(String identifier, String name) {
        String key(String key) {
            return inText(key)
                    .replace("&{" + identifier + "}", name.replaceAll("[^A-Za-z0-9]", ""));
        }

        Tree with(Tree tree) {
            return switch (tree) {
                case Tree.Text text -> text;
                case Tree.Absent absent -> absent;
                case Tree.Fields(var values) ->
                        new Tree.Fields(
                                values.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        entry -> with(entry.getValue()),
                                                        (first, _) -> first,
                                                        LinkedHashMap::new)));
                case Tree.Items(var values) ->
                        new Tree.Items(values.stream().map(this::with).toList());
                case Tree.Call(var function, var argument) -> call(function, argument);
            };
        }

        private Tree call(String function, Tree argument) {
            return switch (function) {
                case "Ref" ->
                        argument.equals(new Tree.Text(identifier))
                                ? new Tree.Text(name)
                                : new Tree.Call(function, with(argument));
                case "Sub" -> new Tree.Call(function, substituted(argument));
                default -> new Tree.Call(function, with(argument));
            };
        }

        /** The text of {@code Fn::Sub}, or the first of its two arguments. */
        private Tree substituted(Tree argument) {
            return switch (argument) {
                case Tree.Text(var text) -> new Tree.Text(inText(text));
                case Tree.Items(var parts)
                        when parts.size() == 2 && parts.getFirst() instanceof Tree.Text(var text) ->
                        new Tree.Items(List.of(new Tree.Text(inText(text)), with(parts.getLast())));
                default -> with(argument);
            };
        }

        private String inText(String text) {
            return text.replace("${" + identifier + "}", name);
        }
    }
}
