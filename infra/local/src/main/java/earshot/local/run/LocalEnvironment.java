package earshot.local.run;

import earshot.local.text.UserFault;
import earshot.recordings.DevelopmentSecrets;
import earshot.settings.Settings;
import earshot.stack.FunctionResource;
import earshot.stack.SecretResource;
import earshot.stack.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables that the stack is given: the development secrets, and over them whatever {@code
 * EARSHOT_} variables the process itself has.
 */
public record LocalEnvironment(Map<String, String> variables) {
    private static final String PREFIX = "EARSHOT_";
    private static final String SECRETS = "EARSHOT_SECRETS";

    public LocalEnvironment {
        variables = Map.copyOf(variables);
    }

    /**
     * @param secrets the file of those for development
     */
    public static LocalEnvironment of(Path secrets, Map<String, String> process) {
        var variables = new HashMap<String, String>();
        try {
            variables.putAll(DevelopmentSecrets.read(secrets));
        } catch (IOException e) {
            throw new UserFault("The development secrets cannot be read: " + secrets, e);
        }
        process.forEach(
                (name, value) -> {
                    if (name.startsWith(PREFIX)) {
                        variables.put(name, value);
                    }
                });
        return new LocalEnvironment(variables);
    }

    /** With these too, each unless it is set. */
    public LocalEnvironment withDefaults(Map<String, String> values) {
        var more = new HashMap<>(values);
        more.putAll(variables);
        return new LocalEnvironment(more);
    }

    public String get(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The template's parameters that these variables set; every network is switched on. */
    public Map<String, String> parameters(Path template) {
        var declared = Template.parameterNames(template);
        var parameters = new TreeMap<>(Template.allOn(template));
        variables.forEach(
                (variable, value) -> {
                    var parameter = Template.parameterFor(variable);
                    if (declared.contains(parameter)) {
                        parameters.put(parameter, value);
                    }
                });
        return parameters;
    }

    /**
     * What one function finds in its environment: the template's, what Lambda adds, and in place of
     * its secret the variables of that secret's network.
     */
    public Map<String, String> environment(
            FunctionResource function, List<SecretResource> secrets, URI dynamodb, URI sqs) {
        var environment = new HashMap<>(function.environment());
        environment.remove(SECRETS);
        secretOf(function, secrets).stream()
                .forEach(each -> environment.putAll(below(Settings.nameOf(each.network(), ""))));
        environment.put("AWS_REGION", EmbeddedServers.REGION);
        environment.put("AWS_DEFAULT_REGION", EmbeddedServers.REGION);
        environment.put("AWS_ACCESS_KEY_ID", EmbeddedServers.ACCESS_KEY_ID);
        environment.put("AWS_SECRET_ACCESS_KEY", EmbeddedServers.SECRET_ACCESS_KEY);
        environment.put("AWS_SESSION_TOKEN", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb.toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        return Map.copyOf(environment);
    }

    /** The secret that a function reads. */
    public static Optional<SecretResource> secretOf(
            FunctionResource function, List<SecretResource> secrets) {
        var arn = function.environment().get(SECRETS);
        return secrets.stream().filter(each -> each.arn().equals(arn)).findFirst();
    }

    /** The members that a network's secret would have. */
    public Map<String, String> of(SecretResource secret) {
        var prefix = Settings.nameOf(secret.network(), "");
        var members = new TreeMap<String, String>();
        below(prefix).forEach((name, value) -> members.put(name.substring(prefix.length()), value));
        return members;
    }

    private Map<String, String> below(String prefix) {
        var found = new HashMap<>(variables);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }
}
