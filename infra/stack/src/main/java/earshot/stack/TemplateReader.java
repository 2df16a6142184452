package earshot.stack;

import earshot.stack.Faults.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sections of a template, in the order in which they depend on each other. */
final class TemplateReader {
    private static final List<String> TRANSFORMS =
            List.of("AWS::LanguageExtensions", "AWS::Serverless-2016-10-31");

    private final Path file;
    private final Faults faults;
    private final Section sections;

    TemplateReader(Path file, String yaml, Faults faults) {
        this.file = file;
        this.faults = faults;
        var tree = TreeReader.read(yaml, faults);
        if (tree.values().isEmpty()) {
            throw new TemplateException(file, faults.all());
        }
        this.sections = Section.of(tree, TreeReader.TOP, faults);
    }

    static TemplateReader of(Path file, Faults faults) {
        try {
            return new TemplateReader(file, Files.readString(file), faults);
        } catch (IOException e) {
            faults.add(TreeReader.TOP, "cannot be read: " + e);
            throw new TemplateException(file, faults.all());
        }
    }

    Section parameters() {
        return Section.of(fields("Parameters"), Place.of("Parameters"), faults);
    }

    Template read(Map<String, String> given) {
        var transforms = sections.texts("Transform");
        if (!transforms.equals(TRANSFORMS)) {
            sections.fault("Transform", "is not " + TRANSFORMS);
        }
        var parameters = Parameters.read(parameters(), given, faults);
        var bare =
                new Evaluation(
                        parameters,
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        new Mappings(fields("Mappings")),
                        new Attributes(),
                        faults);
        var conditions = Conditions.decide(repeated("Conditions").values(), bare);
        var left = new LinkedHashSet<String>();
        var declared = resources(conditions, left);
        var types = new LinkedHashMap<String, String>();
        declared.forEach((logicalId, resource) -> types.put(logicalId, resource.type()));
        var evaluation =
                new Evaluation(
                        parameters,
                        conditions,
                        types,
                        left,
                        bare.mappings(),
                        predict(declared, bare.with(conditions)),
                        faults);
        declared.keySet().removeAll(left);
        var template =
                new Template(
                        file, declared, new Outputs(repeated("Outputs"), conditions), evaluation);
        sections.finish("AWSTemplateFormatVersion", "Description", "Metadata");
        return template;
    }

    private Tree.Fields fields(String section) {
        return sections.tree(section) instanceof Tree.Fields fields ? fields : Tree.Fields.EMPTY;
    }

    /** The same without loops: each is replaced by what it repeats. */
    private Tree.Fields repeated(String section) {
        return new Loops(faults).without(fields(section), Place.of(section));
    }

    /**
     * Every resource, by logical id.
     *
     * @param left gets the ids of those that this stack leaves out
     */
    private Map<String, Declared> resources(Map<String, Boolean> conditions, Set<String> left) {
        var function = functionGlobals();
        var declared = new LinkedHashMap<String, Declared>();
        repeated("Resources")
                .values()
                .forEach(
                        (logicalId, tree) -> {
                            var resource = Section.of(tree, Place.of(logicalId), faults);
                            if (!resource.holds(conditions)) {
                                left.add(logicalId);
                            }
                            declared.put(logicalId, declared(logicalId, resource, function));
                        });
        return declared;
    }

    private Tree functionGlobals() {
        var globals = Section.of(fields("Globals"), Place.of("Globals"), faults);
        var function = globals.tree("Function");
        globals.finish();
        return function == null ? Tree.Fields.EMPTY : function;
    }

    private static Declared declared(String logicalId, Section resource, Tree function) {
        var type = resource.text("Type");
        var own = resource.tree("Properties");
        var properties = own == null ? Tree.Fields.EMPTY : own;
        var metadata = resource.section("Metadata");
        resource.finish("DeletionPolicy", "UpdateReplacePolicy");
        return new Declared(
                logicalId,
                type,
                metadata.tree("Optional"),
                type.equals(ResourceTypes.FUNCTION)
                        ? Globals.over(function, properties)
                        : properties);
    }

    /** A resource that names itself is known by this name before it is created. */
    private static Attributes predict(Map<String, Declared> declared, Evaluation evaluation) {
        var attributes = new Attributes();
        for (var resource : declared.values()) {
            attributes.predict(resource.logicalId(), resource.type(), resource.name(evaluation));
        }
        return attributes;
    }
}
