package earshot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String guide = guide();

    @Test
    void theExamplesOfTheGuideAreTogetherAWholePolicy() {
        var policy =
                EXAMPLE.matcher(guide)
                        .results()
                        .map(example -> example.group(1))
                        .collect(Collectors.joining());

        assertThat(PolicySchema.check(policy)).isEmpty();
    }

    @Test
    void theGuideNamesEveryKeyOfTheSchema() {
        var keys = new TreeSet<String>();
        collectKeys(Json.parse(PolicyFile.schema()), keys);

        assertThat(keys).hasSizeGreaterThan(40);
        assertThat(keys)
                .allSatisfy(
                        key ->
                                assertThat(guide)
                                        .containsPattern("\\b" + Pattern.quote(key) + "\\b"));
    }

    private static void collectKeys(Json schema, Set<String> keys) {
        switch (schema) {
            case JsonObject object ->
                    object.members()
                            .forEach(
                                    (name, value) -> {
                                        if (name.equals("properties")
                                                && value instanceof JsonObject properties) {
                                            keys.addAll(properties.members().keySet());
                                        }
                                        collectKeys(value, keys);
                                    });
            case JsonArray array -> array.items().forEach(item -> collectKeys(item, keys));
            default -> {}
        }
    }

    private static String guide() {
        try {
            return Files.readString(Path.of(System.getProperty("earshot.home"), "docs/policy.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
