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

/** What a cold start pays for: the jars in a function's zip. */
class LeanTest {
    private static final Pattern CLIENTS_AND_BINDERS =
            Pattern.compile(
                    "lib/(sqs|dynamodb|s3|sns|ssm|sdk-core|aws-core|apache\\d*-client|netty.*|httpclient.*|jackson-databind|gson|snakeyaml.*)-\\d.*\\.jar");
    private static final Pattern LOCAL_AND_TESTS =
            Pattern.compile(
                    "lib/(DynamoDBLocal|elasticmq.*|earshot-(testkit|local|stack)|junit.*|jqwik.*|assertj.*|testcontainers.*|picocli)-.*\\.jar");
    private static final Pattern SECOND_HTTP_CLIENT =
            Pattern.compile("lib/(apache\\d*-client|netty-nio-client|aws-crt-client)-\\d.*\\.jar");

    @Test
    void aWebhookCarriesNoClientAndNoBinder() {
        assertThat(webhooks())
                .isNotEmpty()
                .allSatisfy(
                        jars -> assertThat(jars).noneMatch(CLIENTS_AND_BINDERS.asMatchPredicate()));
    }

    @Test
    void noFunctionCarriesWhatIsForTestsOrForThisMachine() {
        assertThat(zips())
                .isNotEmpty()
                .allSatisfy(jars -> assertThat(jars).noneMatch(LOCAL_AND_TESTS.asMatchPredicate()));
    }

    @Test
    void noFunctionCarriesASecondHttpClient() {
        assertThat(zips())
                .allSatisfy(
                        jars -> assertThat(jars).noneMatch(SECOND_HTTP_CLIENT.asMatchPredicate()));
    }

    /** The jars of every function that a network calls. */
    private static Stream<List<String>> webhooks() {
        Path template = House.ROOT.resolve("template.yaml");
        return Template.read(template, Template.allOn(template)).functions().stream()
                .filter(
                        function ->
                                function.events().stream()
                                        .anyMatch(event -> event instanceof EventSource.HttpRoute))
                .map(FunctionResource::codeUri)
                .filter(Files::exists)
                .map(LeanTest::jars);
    }

    @Test
    void noFunctionCarriesALibraryTwice() {
        assertThat(zips())
                .isNotEmpty()
                .allSatisfy(
                        jars ->
                                assertThat(jars.stream().map(LeanTest::library))
                                        .doesNotHaveDuplicates());
    }

    /** A new network adds a megabyte and a half. */
    @Test
    void allFunctionsTogetherAreUploadedInAMinute() throws IOException {
        long bytes = 0;
        for (var module : House.modules("functions")) {
            bytes += Files.size(module.functionZip());
        }
        assertThat(bytes).isBetween(1_000_000L, 60_000_000L);
    }

    /** {@code lib/sqs-2.54.13.jar} is {@code lib/sqs}. */
    private static String library(String jar) {
        return jar.replaceFirst("-[0-9].*", "");
    }

    /** The jars of every function's zip that is built. */
    private static Stream<List<String>> zips() {
        return House.modules("functions").stream()
                .map(BuildModule::functionZip)
                .filter(Files::exists)
                .map(LeanTest::jars);
    }

    private static List<String> jars(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
