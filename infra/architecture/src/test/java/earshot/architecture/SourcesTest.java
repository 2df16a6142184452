package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show. */
class SourcesTest {
    private static final Pattern MOCKS = Pattern.compile("(?i)mockito|easymock|powermock|jmockit");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@(Disabled|Ignore)\\b");
    private static final Pattern SKIP =
            Pattern.compile(
                    "(?s)\\bassume\\w+\\(.*?;|@(Enabled|Disabled)(If|On|For)\\w+\\(.*?\"\\)");
    private static final Pattern FACTORY_THAT_ASSUMES =
            Pattern.compile("(?s)@TestFactory.*\\bassume\\w+\\(|\\bassume\\w+\\(.*@TestFactory");
    private static final Pattern UNFINISHED = Pattern.compile("(//|\\*)\\s*(TODO|FIXME|XXX)\\b");
    private static final Pattern PUBLIC_TEST =
            Pattern.compile("(?m)^public .*class \\w+Test\\b|^    @(Test|Property)\\s+public ");
    private static final Pattern NULL_MARKED =
            Pattern.compile("(?s)/\\*\\*.+\\*/.*@NullMarked.*package ");

    @Test
    void everyPackageSaysWhatItIsAndWhereNullMayBe() {
        assertThat(House.modules())
                .allSatisfy(
                        module ->
                                assertThat(
                                                module.sources().stream()
                                                        .map(Path::getParent)
                                                        .distinct())
                                        .allMatch(folder -> isExplained(module, folder)));
    }

    /** Tests in a package of the main sources are explained there. */
    private static boolean isExplained(BuildModule module, Path folder) {
        Path here = folder.resolve("package-info.java");
        Path inMain =
                module.folder()
                        .resolve("src/main/java")
                        .resolve(module.folder().resolve("src/test/java").relativize(folder))
                        .resolve("package-info.java");
        return List.of(here, inMain).stream()
                .anyMatch(
                        file -> Files.exists(file) && NULL_MARKED.matcher(House.text(file)).find());
    }

    @Test
    void fakesAreWrittenByHand() {
        assertThat(House.modules())
                .allSatisfy(
                        module ->
                                assertThat(module.pom().dependencies())
                                        .noneMatch(each -> MOCKS.matcher(each.artifact()).find()));
        assertThat(allThatHave(Pattern.compile("import (static )?\\S*(" + MOCKS.pattern() + ")")))
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(allThatHave(SWITCHED_OFF)).isEmpty();
    }

    /** LocalStack is the other reason; testkit's extension sees to it. */
    @Test
    void aTestIsSkippedWithoutTheRecordedCorpusAndForNothingElse() {
        assertThat(allSources().flatMap(source -> SKIP.matcher(House.text(source)).results()))
                .isNotEmpty()
                .allMatch(skip -> skip.group().contains("EARSHOT_CORPUS"));
    }

    /** Surefire reports nothing of a factory that gave up: an annotation is seen as a skip. */
    @Test
    void noSkipIsSilent() {
        assertThat(allThatHave(FACTORY_THAT_ASSUMES)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(allThatHave(UNFINISHED)).isEmpty();
    }

    @Test
    void testsAreNoPartOfAnyInterface() {
        assertThat(House.modules().stream().flatMap(module -> module.testSources().stream()))
                .noneMatch(source -> PUBLIC_TEST.matcher(House.text(source)).find());
    }

    private static List<Path> allThatHave(Pattern words) {
        return allSources().filter(source -> words.matcher(House.text(source)).find()).toList();
    }

    private static Stream<Path> allSources() {
        return House.modules().stream().flatMap(module -> module.sources().stream());
    }
}
