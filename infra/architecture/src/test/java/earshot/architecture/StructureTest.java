package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import earshot.stack.EventSource.HttpRoute;
import earshot.stack.FunctionResource;
import earshot.stack.Provisioned;
import earshot.stack.SecretResource;
import earshot.stack.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One Lambda is one folder, one module, one {@code *Function} class and one resource. */
class StructureTest {
    private static final List<BuildModule> FUNCTIONS = House.modules("functions");

    private static final List<BuildModule> LAYERS = House.modules("layers");

    /** What a pom promises and what a resource names: which layers are under which zip. */
    private record Standing(Path zip, List<Path> layers) {}

    /** What a folder promises and what a resource names: which class, out of which zip. */
    private record Deployed(String handler, Path zip) {}

    @Test
    void everyFolderOfFunctionsIsAModule() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("functions"))) {
            assertThat(
                            files.filter(Files::isDirectory)
                                    .map(folder -> "functions/" + folder.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            FUNCTIONS.stream().map(BuildModule::path).toList());
        }
    }

    @Test
    void everyModuleOfFunctionsHoldsOneFunction() {
        assertThat(FUNCTIONS).allSatisfy(module -> assertThat(functionsOf(module)).hasSize(1));
    }

    @Test
    void everyResourceIsTheFunctionOfOneFolder() {
        List<Deployed> promised =
                FUNCTIONS.stream()
                        .flatMap(
                                module ->
                                        functionsOf(module)
                                                .map(
                                                        type ->
                                                                new Deployed(
                                                                        type.getName(),
                                                                        module.functionZip())))
                        .toList();
        assertThat(
                        resources()
                                .map(
                                        resource ->
                                                new Deployed(
                                                        resource.handler(),
                                                        resource.codeUri().normalize())))
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    @Test
    void everyFunctionStandsOnTheLayerOfItsPom() {
        List<Standing> promised =
                FUNCTIONS.stream()
                        .map(module -> new Standing(module.functionZip(), layersOf(module)))
                        .toList();
        assertThat(
                        resources()
                                .map(
                                        resource ->
                                                new Standing(
                                                        resource.codeUri().normalize(),
                                                        resource.layers())))
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    private static List<Path> layersOf(BuildModule function) {
        List<String> named =
                function.pom().dependencies().stream().map(Pom.Dependency::artifact).toList();
        return LAYERS.stream()
                .filter(layer -> named.contains("earshot-layer-" + layer.name()))
                .map(BuildModule::layerZip)
                .toList();
    }

    @Test
    void everyFolderOfLayersIsAModuleAndStandsUnderAFunction() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("layers"))) {
            assertThat(files.filter(Files::isDirectory).map(Path::normalize))
                    .containsExactlyInAnyOrderElementsOf(
                            LAYERS.stream().map(BuildModule::folder).toList());
        }
        assertThat(resources().flatMap(function -> function.layers().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        LAYERS.stream().map(BuildModule::layerZip).toList());
    }

    /** Who signs for a function finds its connector by this, and its event files by its folder. */
    @Test
    void everyFunctionWithAWebhookHasAConnectorOfItsNameAndEventFiles() {
        assertThat(webhooks())
                .isNotEmpty()
                .allSatisfy(
                        webhook -> {
                            var connector =
                                    webhook.handler().replaceFirst("Function$", "Connector");
                            assertThat(House.classes().contain(connector)).as(connector).isTrue();
                            var zip = webhook.codeUri();
                            var folder = zip.getName(zip.getNameCount() - 3);
                            assertThat(House.ROOT.resolve("events").resolve(folder)).isDirectory();
                        });
    }

    private static Stream<FunctionResource> webhooks() {
        return resources()
                .filter(
                        function ->
                                function.events().stream()
                                        .anyMatch(event -> event instanceof HttpRoute));
    }

    @Test
    void everyFunctionIsBuiltByTheRuntimeAndFromAGivenEnvironment() {
        assertThat(FUNCTIONS.stream().flatMap(StructureTest::functionsOf))
                .allSatisfy(
                        type ->
                                assertThat(publicConstructors(type))
                                        .contains(List.of(), List.of(Map.class.getName())))
                .allMatch(
                        type ->
                                type.isAssignableTo(
                                        "com.amazonaws.services.lambda.runtime.RequestStreamHandler"));
    }

    private static Stream<List<String>> publicConstructors(JavaClass type) {
        return type.getConstructors().stream()
                .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                .map(
                        constructor ->
                                constructor.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toList());
    }

    private static Stream<JavaClass> functionsOf(BuildModule module) {
        return House.classes().stream()
                .filter(
                        type ->
                                (type.getPackageName() + ".")
                                        .startsWith(module.packageName() + "."))
                .filter(type -> type.getSimpleName().endsWith("Function"));
    }

    /** A switch is a network: it is told of where people look. */
    @Test
    void everyNetworkHasItsPageItsRowAndItsOutputs() {
        var readme = House.text(House.ROOT.resolve("README.md"));
        var outputs = template().outputs(new Provisioned(Map.of(), Map.of(), Map.of())).keySet();
        var called = called();
        for (var network : Template.switches(House.ROOT.resolve("template.yaml"))) {
            var slug = network.toLowerCase(Locale.ROOT);
            var page = "docs/networks/" + slug + ".md";
            assertThat(House.ROOT.resolve(page)).exists();
            assertThat(readme)
                    .as("README.md: a row of %s and of its switch", network)
                    .contains("(" + page + ")", "| `" + network + "` |");
            assertThat(outputs)
                    .as("template.yaml: outputs of %s", network)
                    .contains(slug + "Secrets")
                    .matches(all -> all.contains(slug + "Webhook") == called.contains(slug));
        }
    }

    /** The folders of the functions that a network calls. */
    private static Set<String> called() {
        return resources()
                .flatMap(function -> function.events().stream())
                .filter(HttpRoute.class::isInstance)
                .map(route -> ((HttpRoute) route).path().replace("/webhooks/", ""))
                .collect(Collectors.toSet());
    }

    /** A metric whose count nobody writes would be silent for ever. */
    @Test
    void everyMetricIsACountThatIsLogged() {
        var shipped =
                House.modules("core", "functions").stream()
                        .flatMap(module -> module.sources().stream())
                        .map(House::text)
                        .collect(Collectors.joining());
        var counts =
                Pattern.compile("MetricValue: \\$\\.(\\w+)")
                        .matcher(House.text(House.ROOT.resolve("template.yaml")))
                        .results()
                        .map(found -> '"' + found.group(1) + '"')
                        .toList();
        assertThat(counts).isNotEmpty().allMatch(shipped::contains);
    }

    @Test
    void everySecretHasAValueForDevelopment() {
        var development = House.text(House.ROOT.resolve("infra/local/secrets.env"));
        assertThat(template().secrets())
                .isNotEmpty()
                .allSatisfy(
                        secret ->
                                assertThat(secret.required())
                                        .allSatisfy(
                                                setting ->
                                                        assertThat(development)
                                                                .as("infra/local/secrets.env")
                                                                .contains(line(secret, setting))));
    }

    private static String line(SecretResource secret, String setting) {
        return "\nEARSHOT_%s_%s="
                .formatted(secret.network().toUpperCase(Locale.ROOT).replace('-', '_'), setting);
    }

    private static Stream<FunctionResource> resources() {
        return template().functions().stream();
    }

    private static Template template() {
        Path file = House.ROOT.resolve("template.yaml");
        return Template.read(file, Template.allOn(file));
    }
}
