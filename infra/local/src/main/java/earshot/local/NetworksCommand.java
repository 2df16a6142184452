package earshot.local;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.run.LocalEnvironment;
import earshot.local.text.Columns;
import earshot.local.text.Project;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import earshot.settings.Settings;
import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.stack.SecretResource;
import earshot.stack.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./earshot networks}: what is heard, how, and what it lacks. */
@Command(
        name = "networks",
        mixinStandardHelpOptions = true,
        description =
                "Each network: how it is heard, what of it, and which of its secrets are set here.")
final class NetworksCommand implements Callable<Integer> {
    private static final List<String> HEAD =
            List.of("NETWORK", "FUNCTION", "ROAD", "SURFACES", "SECRETS");

    private final Project project = Project.ofThisProcess();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        rows.addAll(stack.isDeployed() ? deployed() : here());
        var out = spec.commandLine().getOut();
        out.println(Columns.of(rows));
        out.flush();
        return 0;
    }

    private List<List<String>> deployed() {
        try (var site = stack.deployed(System.getenv())) {
            return rows(site.template(), site::secret);
        }
    }

    /** Nothing has to run for it: what is set is in files and in the environment. */
    private List<List<String>> here() {
        var surroundings = LocalEnvironment.of(project.secrets(), System.getenv());
        return rows(StackOptions.template(project, surroundings), surroundings::of);
    }

    private List<List<String>> rows(
            Template template, Function<SecretResource, Map<String, String>> members) {
        var networks =
                Template.switches(project.template()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        return template.secrets().stream()
                .filter(secret -> networks.contains(secret.network()))
                .flatMap(secret -> rows(secret, template, members.apply(secret)))
                .toList();
    }

    /** One row for each function that uses the network's secret. */
    private Stream<List<String>> rows(
            SecretResource secret, Template template, Map<String, String> members) {
        return template.functions().stream()
                .filter(function -> function.environment().containsValue(secret.arn()))
                .map(
                        function ->
                                List.of(
                                        secret.network(),
                                        folder(function),
                                        road(function),
                                        surfaces(folder(function)),
                                        secrets(secret, members)));
    }

    /** {@code functions/facebook/target/function.zip} is of {@code facebook}. */
    private String folder(FunctionResource function) {
        var functions = project.folder().resolve("functions").toAbsolutePath().normalize();
        return functions.relativize(function.codeUri().normalize()).getName(0).toString();
    }

    private static String road(FunctionResource function) {
        return function.events().stream()
                .map(
                        event ->
                                switch (event) {
                                    case EventSource.HttpRoute(var _, var _, var path) ->
                                            "pushed to " + path;
                                    case EventSource.SqsTrigger _ -> "fetches what is pointed at";
                                    case EventSource.Schedule schedule ->
                                            "asks every " + Spans.of(schedule.every());
                                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As what is expected of its events has them. */
    private String surfaces(String folder) {
        var events = project.events().resolve(folder);
        if (!Files.isDirectory(events)) {
            return "-";
        }
        var found = new TreeSet<String>();
        try (var files = Files.list(events)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".expected.json")).toList()) {
                collect(Json.parse(Files.readAllBytes(file)), found);
            }
        } catch (IOException | JsonException e) {
            throw new UserFault("The events of %s cannot be read: %s".formatted(folder, e), e);
        }
        return String.join(" ", found);
    }

    private static void collect(Json json, Set<String> found) {
        switch (json) {
            case JsonObject(var members) -> {
                var surface = json.text("surface");
                if (surface != null) {
                    found.add(surface);
                }
                members.values().forEach(member -> collect(member, found));
            }
            case JsonArray(var items) -> items.forEach(item -> collect(item, found));
            default -> {
                // No surface is in a word or a number.
            }
        }
    }

    private static String secrets(SecretResource secret, Map<String, String> members) {
        return Stream.concat(
                        secret.required().stream()
                                .map(name -> name + (isSet(members, name) ? " set" : " MISSING")),
                        secret.optional().stream()
                                .map(name -> name + (isSet(members, name) ? " set" : " not set")))
                .collect(Collectors.joining(", "));
    }

    /** Under its name, or for one of several accounts. */
    private static boolean isSet(Map<String, String> members, String name) {
        return members.entrySet().stream()
                .filter(set -> set.getKey().equals(name) || set.getKey().startsWith(name + "__"))
                .map(Map.Entry::getValue)
                .anyMatch(value -> !value.isBlank() && !value.equals(Settings.PLACEHOLDER));
    }
}
