package earshot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.stack.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What a cold start pays for, the jars that a function finds, and what a deployment uploads. */
class LeanTest {
    private static final Path TEMPLATE = House.ROOT.resolve("template.yaml");
    private static final int NETWORKS_TO_COME = 23;
    private static final Pattern CLIENTS_AND_BINDERS =
            Pattern.compile(
                    "(sqs|dynamodb|s3|sns|ssm|sdk-core|aws-core|apache\\d*-client|netty.*|httpclient.*|jackson-databind|gson|snakeyaml.*)-\\d.*\\.jar");
    private static final Pattern LOCAL_AND_TESTS =
            Pattern.compile(
                    "(DynamoDBLocal|elasticmq.*|earshot-(testkit|local|stack)|junit.*|jqwik.*|assertj.*|testcontainers.*|picocli)-.*\\.jar");
    private static final Pattern SECOND_HTTP_CLIENT =
            Pattern.compile("(apache\\d*-client|netty-nio-client|aws-crt-client)-\\d.*\\.jar");

    /** A function, and the names of all jars in its zip and in the layers under it. */
    private record ClassPath(FunctionResource function, List<String> jars) {
        static ClassPath of(FunctionResource function) {
            var zips = Stream.concat(Stream.of(function.codeUri()), function.layers().stream());
            return new ClassPath(function, zips.flatMap(zip -> jarsOf(zip).stream()).toList());
        }

        boolean isWebhook() {
            return function.events().stream().anyMatch(e -> e instanceof EventSource.HttpRoute);
        }
    }

    @Test
    void aWebhookFindsNoClientAndNoBinder() {
        assertThat(classPaths())
                .filteredOn(ClassPath::isWebhook)
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(path.jars())
                                        .noneMatch(CLIENTS_AND_BINDERS.asMatchPredicate()));
    }

    @Test
    void noFunctionFindsWhatIsForTestsOrForThisMachine() {
        assertThat(classPaths())
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(path.jars())
                                        .noneMatch(LOCAL_AND_TESTS.asMatchPredicate()));
    }

    @Test
    void noFunctionFindsASecondHttpClient() {
        assertThat(classPaths())
                .allSatisfy(
                        path ->
                                assertThat(path.jars())
                                        .noneMatch(SECOND_HTTP_CLIENT.asMatchPredicate()));
    }

    /** Not in two versions, and not in its zip what is in its layer. */
    @Test
    void noFunctionFindsALibraryTwice() {
        assertThat(classPaths())
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(path.jars().stream().map(LeanTest::library))
                                        .doesNotHaveDuplicates());
    }

    @Test
    void whatAFunctionBringsItselfIsSmall() {
        assertThat(functionZips())
                .isNotEmpty()
                .allSatisfy(zip -> assertThat(bytes(zip)).isLessThan(1_000_000));
        assertThat(functionZips().flatMap(zip -> entries(zip).stream()))
                .filteredOn(entry -> entry.getName().startsWith("lib/earshot-"))
                .hasSameSizeAs(House.modules("functions"))
                .allSatisfy(entry -> assertThat(entry.getSize()).isLessThan(100_000));
    }

    @Test
    void aWebhookFindsLittle() {
        assertThat(classPaths())
                .filteredOn(ClassPath::isWebhook)
                .allSatisfy(
                        path ->
                                assertThat(path.function().layers())
                                        .singleElement()
                                        .satisfies(
                                                layer ->
                                                        assertThat(bytes(layer))
                                                                .isLessThan(2_000_000)));
    }

    @Test
    void aDeploymentUploadsFewBytes() {
        assertThat(uploaded()).isBetween(1_000_000L, 18_000_000L);
    }

    /** Even if each further network were as large as the largest function now. */
    @Test
    void aDeploymentOfAllNetworksToComeUploadsFewBytesStill() {
        long largest = functionZips().mapToLong(LeanTest::bytes).max().orElseThrow();
        int further = NETWORKS_TO_COME - Template.switches(TEMPLATE).size();
        assertThat(uploaded() + further * largest).isLessThan(25_000_000);
    }

    private static long uploaded() {
        var layers = House.modules("layers").stream().map(BuildModule::layerZip);
        return Stream.concat(functionZips(), layers).mapToLong(LeanTest::bytes).sum();
    }

    private static Stream<Path> functionZips() {
        return House.modules("functions").stream().map(BuildModule::functionZip);
    }

    private static List<ClassPath> classPaths() {
        return Template.read(TEMPLATE, Template.allOn(TEMPLATE)).functions().stream()
                .map(ClassPath::of)
                .toList();
    }

    /** {@code sqs-2.54.13.jar} is {@code sqs}. */
    private static String library(String jar) {
        return jar.replaceFirst("-[0-9].*", "");
    }

    private static List<String> jarsOf(Path zip) {
        return entries(zip).stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<? extends ZipEntry> entries(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(zip + " is built before this test: ./earshot test", e);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is built before this test: ./earshot test", e);
        }
    }
}
