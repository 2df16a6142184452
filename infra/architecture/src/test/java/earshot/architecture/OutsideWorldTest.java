package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time, environment and output come and go by the doors that are made for them. */
class OutsideWorldTest {
    private static final Pattern PRESENT_TIME =
            Pattern.compile(
                    "java\\.time\\..*\\.(now\\(\\)|now\\(java\\.time\\.ZoneId\\)|system.*|tick.*)"
                            + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("java\\.lang\\.System\\.getenv\\(.*");
    private static final Pattern STANDARD_OUTPUT = Pattern.compile("java\\.lang\\.System\\.out");
    private static final Pattern OTHER_STREAMS = Pattern.compile("java\\.lang\\.System\\.(err|in)");
    private static final Pattern SLEEP = Pattern.compile("java\\.lang\\.Thread\\.sleep\\(.*");
    private static final Pattern EXIT =
            Pattern.compile("java\\.lang\\.(System|Runtime)\\.(exit|halt)\\(.*");
    private static final Pattern OLD_DATES =
            Pattern.compile(
                    "java\\.(util\\.(Date|Calendar|GregorianCalendar|TimeZone)|text\\..*DateFormat|sql\\..*)");

    @Test
    void onlyTheConstructorOfAFunctionAsksWhatTimeItIs() {
        assertThat(inProduction(PRESENT_TIME))
                .filteredOn(access -> !isInFunctionConstructor(access))
                .isEmpty();
    }

    @Test
    void onlyTheConstructorOfAFunctionReadsTheEnvironment() {
        assertThat(inProduction(ENVIRONMENT))
                .filteredOn(access -> !isInFunctionConstructor(access))
                .isEmpty();
    }

    /** The lines of the log; what is below answers with values, and its caller logs them. */
    @Test
    void onlyFunctionsAndTheWebhooksRoadWriteToStandardOutput() {
        assertThat(inProduction(STANDARD_OUTPUT))
                .filteredOn(
                        access ->
                                isInCore(access)
                                        && !access.getOriginOwner()
                                                .getPackageName()
                                                .equals("earshot.webhook"))
                .isEmpty();
    }

    @Test
    void nobodyUsesTheOtherStandardStreams() {
        assertThat(inProduction(OTHER_STREAMS)).isEmpty();
    }

    private static boolean isInCore(JavaAccess<?> access) {
        return House.modules("core").stream()
                .anyMatch(
                        module ->
                                module.packageName()
                                        .equals(root(access.getOriginOwner().getPackageName())));
    }

    @Test
    void nobodySleeps() {
        assertThat(inProduction(SLEEP)).isEmpty();
    }

    @Test
    void nobodyEndsTheRuntime() {
        assertThat(inProduction(EXIT)).isEmpty();
    }

    @Test
    void nobodyUsesTheOldDates() {
        assertThat(
                        House.classes().stream()
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .filter(
                                        use ->
                                                OLD_DATES
                                                        .matcher(use.getTargetClass().getName())
                                                        .matches()))
                .isEmpty();
    }

    /** What runs in Lambda: core and the functions. */
    private static List<JavaAccess<?>> inProduction(Pattern target) {
        List<String> packages =
                House.modules("core", "functions").stream().map(BuildModule::packageName).toList();
        return House.classes().stream()
                .filter(type -> packages.contains(root(type.getPackageName())))
                .<JavaAccess<?>>flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> target.matcher(access.getTarget().getFullName()).matches())
                .toList();
    }

    /** The first two parts of a package's name. */
    private static String root(String packageName) {
        return String.join(".", Stream.of(packageName.split("\\.", -1)).limit(2).toList());
    }

    private static boolean isInFunctionConstructor(JavaAccess<?> access) {
        return access.getOrigin() instanceof JavaConstructor
                && access.getOriginOwner().getSimpleName().endsWith("Function");
    }
}
