package earshot.stack;

import earshot.stack.Faults.Place;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stack, as {@code template.yaml} describes it. */
public final class Template {
    private static final String VARIABLES = "EARSHOT_";
    private static final List<String> SWITCH = List.of("on", "off");

    private final Path file;
    private final Map<String, Declared> resources;
    private final Outputs outputs;
    private final Evaluation evaluation;

    Template(Path file, Map<String, Declared> resources, Outputs outputs, Evaluation evaluation) {
        this.file = file;
        this.resources = resources;
        this.outputs = outputs;
        this.evaluation = evaluation;
    }

    /**
     * Reads a template.
     *
     * @param parameters values for the template's parameters, by name, over their defaults
     * @throws TemplateException with everything that is wrong, said at once
     */
    public static Template read(Path file, Map<String, String> parameters) {
        var faults = new Faults();
        return whole(TemplateReader.of(file, faults).read(parameters), faults);
    }

    /** The same for a text that is no file yet; {@code file} says where it would be. */
    static Template parse(Path file, String yaml, Map<String, String> parameters) {
        var faults = new Faults();
        return whole(new TemplateReader(file, yaml, faults).read(parameters), faults);
    }

    private static Template whole(Template template, Faults faults) {
        template.readAll();
        template.refuse(faults);
        return template;
    }

    /** The names of the parameters that a template declares. */
    public static Set<String> parameterNames(Path file) {
        return TemplateReader.of(file, new Faults()).parameters().named().keySet();
    }

    /** The names of the parameters that switch a network on or off. */
    public static Set<String> switches(Path file) {
        return TemplateReader.of(file, new Faults()).parameters().named().entrySet().stream()
                .filter(parameter -> parameter.getValue().texts("AllowedValues").equals(SWITCH))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The values that switch every network on. */
    public static Map<String, String> allOn(Path file) {
        return switches(file).stream()
                .collect(Collectors.toMap(name -> name, _ -> SWITCH.getFirst()));
    }

    /**
     * The parameter from which a variable is set: {@code NotifyUrl} for {@code EARSHOT_NOTIFY_URL}.
     */
    public static String parameterFor(String variable) {
        var name =
                variable.startsWith(VARIABLES) ? variable.substring(VARIABLES.length()) : variable;
        return Arrays.stream(name.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The value that each parameter has, by name. */
    public Map<String, String> parameters() {
        return evaluation.parameters();
    }

    /** The tables, in the template's order. */
    public List<TableResource> tables() {
        return of(ResourceTypes.TABLE)
                .map(
                        table ->
                                TableReader.read(
                                        table.logicalId(),
                                        table.name(evaluation),
                                        table.section(evaluation)))
                .toList();
    }

    /** The queues, in the template's order. */
    public List<QueueResource> queues() {
        var arns = arns(evaluation);
        return of(ResourceTypes.QUEUE)
                .map(
                        queue ->
                                QueueReader.read(
                                        queue.logicalId(),
                                        queue.name(evaluation),
                                        queue.section(evaluation),
                                        arns))
                .toList();
    }

    /** The secrets, in the template's order. */
    public List<SecretResource> secrets() {
        return of(ResourceTypes.SECRET)
                .map(
                        secret ->
                                SecretReader.read(
                                        secret.logicalId(),
                                        evaluation.secretArn(secret.logicalId()),
                                        secret.optional(evaluation),
                                        secret.section(evaluation)))
                .toList();
    }

    /** The functions; their environments hold the names that AWS would give. */
    public List<FunctionResource> functions() {
        return functions(evaluation);
    }

    /** The functions; their environments hold the names of what was created. */
    public List<FunctionResource> functions(Provisioned provisioned) {
        var after = evaluation.after(provisioned);
        var functions = functions(after);
        refuse(after.faults());
        return functions;
    }

    /** The resources that mean nothing on one machine. */
    public List<NotLocal> notLocal() {
        return resources.values().stream()
                .filter(resource -> ResourceTypes.NOT_LOCAL.containsKey(resource.type()))
                .map(
                        resource ->
                                new NotLocal(
                                        resource.logicalId(),
                                        resource.type(),
                                        ResourceTypes.NOT_LOCAL.getOrDefault(resource.type(), "")))
                .toList();
    }

    /** The stack's outputs, by name. */
    public Map<String, String> outputs(Provisioned provisioned) {
        var after = evaluation.after(provisioned);
        var values = outputs.values(after);
        refuse(after.faults());
        return values;
    }

    private void readAll() {
        tables();
        queues();
        functions();
        secrets();
        outputs.values(evaluation);
        for (var resource : resources.values()) {
            if (ResourceTypes.NOT_LOCAL.containsKey(resource.type())) {
                resource.section(evaluation);
            } else if (!ResourceTypes.LOCAL.contains(resource.type())) {
                evaluation
                        .faults()
                        .add(
                                Place.of(resource.logicalId()).child("Type"),
                                "is no type that is known here: " + resource.type());
            }
        }
    }

    private void refuse(Faults faults) {
        if (faults.any()) {
            throw new TemplateException(file, faults.all());
        }
    }

    private List<FunctionResource> functions(Evaluation with) {
        var arns = arns(with);
        var from = file.toAbsolutePath();
        var layers = layers(with, from);
        return of(ResourceTypes.FUNCTION)
                .map(
                        function ->
                                FunctionReader.read(
                                        function.logicalId(),
                                        function.name(with),
                                        function.section(with),
                                        from,
                                        arns,
                                        layers))
                .toList();
    }

    private LayerPaths layers(Evaluation with, Path from) {
        var paths = new LinkedHashMap<String, Path>();
        of(ResourceTypes.LAYER)
                .forEach(
                        layer ->
                                paths.put(
                                        with.layerArn(layer.logicalId()),
                                        LayerReader.read(layer.section(with), from)));
        return new LayerPaths(paths);
    }

    private QueueArns arns(Evaluation with) {
        var arns = new LinkedHashMap<String, String>();
        of(ResourceTypes.QUEUE)
                .forEach(queue -> arns.put(with.queueArn(queue.logicalId()), queue.logicalId()));
        return new QueueArns(arns);
    }

    private Stream<Declared> of(String type) {
        return resources.values().stream().filter(resource -> resource.type().equals(type));
    }
}
