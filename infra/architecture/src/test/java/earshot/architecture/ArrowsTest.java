package earshot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions know core, core knows the domain, and nobody looks up. */
class ArrowsTest {
    private static final String TESTKIT = "earshot.testkit..";

    @Test
    void everyModuleThatHasSourcesIsBuilt() {
        assertThat(House.modules())
                .filteredOn(module -> !module.mainSources().isEmpty())
                .allSatisfy(
                        module ->
                                assertThat(Files.isDirectory(module.classes()))
                                        .as(
                                                "%s is built before this test: ./earshot test",
                                                module.path())
                                        .isTrue());
    }

    @Test
    void theClassesOfAModuleAreInItsOwnPackage() {
        assertThat(House.modules())
                .allSatisfy(
                        module ->
                                assertThat(House.filesBelow(module.classes(), ".class"))
                                        .allMatch(
                                                file ->
                                                        module.classes()
                                                                .relativize(file)
                                                                .startsWith(
                                                                        module.packageName()
                                                                                .replace(
                                                                                        '.',
                                                                                        '/'))));
    }

    @Test
    void theDomainImportsNothingButJavaAndJSpecify() {
        classes()
                .that()
                .resideInAPackage("earshot.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "earshot.domain..")
                .check(House.classes());
    }

    @Test
    void coreKnowsNeitherFunctionsNorInfra() {
        noClasses()
                .that()
                .resideInAnyPackage(House.packages("core"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.packages("functions", "infra"))
                .check(House.classes());
    }

    @Test
    void aFunctionIsImportedByNothing() {
        assertThat(House.modules("functions"))
                .allSatisfy(
                        function ->
                                noClasses()
                                        .that()
                                        .resideOutsideOfPackage(function.packages())
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAPackage(function.packages())
                                        .check(House.classes()));
    }

    @Test
    void aFunctionKnowsNoInfra() {
        noClasses()
                .that()
                .resideInAnyPackage(House.packages("functions"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.packages("infra"))
                .check(House.classes());
    }

    @Test
    void onlyTestsAndBenchmarksUseTheTestkit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TESTKIT, "earshot.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TESTKIT)
                .check(House.classes());
    }

    @Test
    void thePackagesOfCoreRunInNoCircle() {
        slices().matching("earshot.(*)..").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void theRoomsOfTheDomainKnowOnlyWhatStandsBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("words")
                .definedBy("earshot.domain")
                .layer("post")
                .definedBy("earshot.domain.post")
                .layer("policy")
                .definedBy("earshot.domain.policy")
                .layer("cases")
                .definedBy("earshot.domain.cases")
                .whereLayer("cases")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("cases")
                .whereLayer("post")
                .mayOnlyBeAccessedByLayers("policy", "cases")
                .ensureAllClassesAreContainedInArchitectureIgnoring(
                        resideOutsideOfPackage("earshot.domain.."))
                .check(House.classes());
    }

    /** Whoever adds a network reads one room of the domain, and no other. */
    @Test
    void aNetworkKnowsOfTheDomainOnlyItsPosts() {
        var networks =
                House.modules("functions").stream()
                        .filter(function -> hasConnector(function))
                        .map(BuildModule::packages)
                        .toArray(String[]::new);
        assertThat(networks).isNotEmpty();
        noClasses()
                .that()
                .resideInAnyPackage(networks)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("earshot.domain.policy..", "earshot.domain.cases..")
                .check(House.classes());
    }

    private static boolean hasConnector(BuildModule function) {
        return House.filesBelow(function.classes(), "Connector.class").size() == 1;
    }

    @Test
    void thePartsOfTheLocalRunInNoCircle() {
        slices().matching("earshot.local.(*)..").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void theCommandsOfTheLocalRunAreKnownToNoneOfItsParts() {
        noClasses()
                .that()
                .resideInAPackage("earshot.local.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("earshot.local")
                .check(House.classes());
    }

    @Test
    void noPomNamesAFunction() {
        assertThat(House.modules())
                .allSatisfy(
                        module ->
                                assertThat(artifacts(module))
                                        .noneMatch(name -> name.startsWith("earshot-function-")));
    }

    @Test
    void thePomsOfCoreAndLayersNameOnlyCore() {
        List<String> core =
                House.modules("core").stream().map(module -> "earshot-" + module.name()).toList();
        assertThat(House.modules("core", "layers"))
                .allSatisfy(
                        module ->
                                assertThat(module.pom().dependencies())
                                        .filteredOn(each -> !each.forTests())
                                        .extracting(Pom.Dependency::artifact)
                                        .filteredOn(name -> name.startsWith("earshot-"))
                                        .isSubsetOf(core));
    }

    /** What else it wants of core, its tests excepted, is in the layer already. */
    @Test
    void thePomOfAFunctionNamesOneLayer() {
        List<String> layers =
                House.modules("layers").stream()
                        .map(module -> "earshot-layer-" + module.name())
                        .toList();
        assertThat(House.modules("functions"))
                .allSatisfy(
                        module ->
                                assertThat(module.pom().dependencies())
                                        .filteredOn(each -> !each.forTests())
                                        .extracting(Pom.Dependency::artifact)
                                        .filteredOn(name -> name.startsWith("earshot-"))
                                        .singleElement()
                                        .isIn(layers));
    }

    @Test
    void thePomOfTheDomainNamesNothing() {
        assertThat(House.modules("core"))
                .filteredOn(module -> module.name().equals("domain"))
                .singleElement()
                .satisfies(
                        domain ->
                                assertThat(domain.pom().dependencies())
                                        .allMatch(Pom.Dependency::forTests));
    }

    private static Stream<String> artifacts(BuildModule module) {
        return module.pom().dependencies().stream().map(Pom.Dependency::artifact);
    }
}
