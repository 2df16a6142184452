package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import earshot.stack.FunctionResource;
import earshot.stack.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One Lambda is one folder, one module, one {@code *Function} class and one resource. */
class StructureTest {
    private static final List<BuildModule> FUNCTIONS = House.modules("functions");

    private static final Pattern SECRET =
            Pattern.compile(".*(Secret|Token|Key|Basic|Confirmation)");

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
                .filter(type -> type.getPackageName().startsWith(module.packageName()))
                .filter(type -> type.getSimpleName().endsWith("Function"));
    }

    /** Secrets are the parameters without a default; here any value will do. */
    private static Stream<FunctionResource> resources() {
        Path template = House.ROOT.resolve("template.yaml");
        Map<String, String> secrets =
                Template.parameterNames(template).stream()
                        .filter(name -> SECRET.matcher(name).matches())
                        .collect(Collectors.toMap(name -> name, _ -> "any"));
        return Template.read(template, secrets).functions().stream();
    }
}
