package earshot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The parsing files of nst/JSONTestSuite: y must be read, n refused, i may be either. Two of its y
 * files repeat a member name, which the grammar allows and we refuse: of two readers of such a body
 * one takes the first, the other the last.
 */
@EnabledIfEnvironmentVariable(
        named = "EARSHOT_CORPUS",
        matches = ".+",
        disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
final class JsonTestSuiteTest {
    @TestFactory
    Stream<DynamicTest> everyFileIsReadOrRefusedAsItsNameSays() throws IOException {
        var folder =
                Path.of(
                        System.getenv("EARSHOT_CORPUS"),
                        "hostile",
                        "jsontestsuite",
                        "test_parsing");
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (name(file).startsWith("y_object_duplicated_key")) {
            assertThatThrownBy(() -> Json.parse(bytes)).hasMessageContaining("twice");
            return;
        }
        switch (name(file).charAt(0)) {
            case 'y' -> assertThat(Json.parse(bytes)).isNotNull();
            case 'n' ->
                    assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(JsonException.class);
            default -> either(bytes);
        }
    }

    private static void either(byte[] bytes) {
        try {
            assertThat(Json.parse(bytes)).isNotNull();
        } catch (JsonException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
