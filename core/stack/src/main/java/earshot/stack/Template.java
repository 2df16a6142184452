package earshot.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stack, as {@code template.yaml} describes it. */
public final class Template {
    private Template() {}

    /**
     * Reads a template.
     *
     * @param parameters values for the template's parameters, by name, over their defaults
     * @throws TemplateException with everything that is wrong, said at once
     */
    public static Template read(Path file, Map<String, String> parameters) {
        return new Template();
    }

    /** The names of the parameters that a template declares. */
    public static Set<String> parameterNames(Path file) {
        return Set.of();
    }

    /**
     * The parameter from which a variable is set: {@code FacebookAppSecret} for {@code
     * EARSHOT_FACEBOOK_APP_SECRET}.
     */
    public static String parameterFor(String variable) {
        return variable;
    }

    /** The tables, in the template's order. */
    public List<TableResource> tables() {
        return List.of();
    }

    /** The queues, in the template's order. */
    public List<QueueResource> queues() {
        return List.of();
    }

    /** The functions; their environments hold the names that AWS would give. */
    public List<FunctionResource> functions() {
        return List.of();
    }

    /** The functions; their environments hold the names of what was created. */
    public List<FunctionResource> functions(Provisioned provisioned) {
        return List.of();
    }

    /** The resources that mean nothing on one machine. */
    public List<NotLocal> notLocal() {
        return List.of();
    }

    /** The stack's outputs, by name. */
    public Map<String, String> outputs(Provisioned provisioned) {
        return Map.of();
    }
}
