package earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The README's example in Java compiles and reads. */
@ExtendWith(LocalCloudExtension.class)
class ReadmeExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder = Path.of("");

    private final LocalCloud cloud;

    ReadmeExampleTest(LocalCloud cloud) {
        this.cloud = cloud;
    }

    @Test
    void thePostsOfAConversationComeInTheOrderOfTheirTime() throws Exception {
        post("2", "2026-11-22T09:05:00.000Z", Map.of("text", AttributeValue.fromS("Thank you")));
        post("1", "2026-11-22T09:09:00.000Z", Map.of());
        post("3", "2026-11-22T09:01:00.000Z", Map.of("text", AttributeValue.fromS("Help")));

        assertThat(texts("facebook:9_9")).isEqualTo(List.of("Help", "Thank you", ""));
    }

    private void post(String id, String at, Map<String, AttributeValue> more) {
        var item =
                new java.util.HashMap<>(
                        Map.of(
                                "pk", AttributeValue.fromS("facebook:9_9"),
                                "sk", AttributeValue.fromS("POST#" + id),
                                "publishedAt", AttributeValue.fromS(at)));
        item.putAll(more);
        cloud.dynamoDb().putItem(put -> put.tableName(cloud.table()).item(item));
    }

    private Object texts(String conversation) throws Exception {
        compile();
        try (var loader =
                new URLClassLoader(
                        new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            var example = loader.loadClass("Example");
            var method =
                    example.getDeclaredMethod(
                            "texts", DynamoDbClient.class, String.class, String.class);
            method.setAccessible(true);
            var constructor = example.getDeclaredConstructor();
            constructor.setAccessible(true);
            return method.invoke(
                    constructor.newInstance(), cloud.dynamoDb(), cloud.table(), conversation);
        }
    }

    private void compile() throws IOException {
        var readme = Files.readString(Path.of(System.getProperty("earshot.home"), "README.md"));
        var found = EXAMPLE.matcher(readme);
        assertThat(found.find()).isTrue();
        var source = folder.resolve("Example.java");
        Files.writeString(
                source,
                """
                import java.util.*;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
                class Example {
                %s}
                """
                        .formatted(found.group(1)));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var path = System.getProperty("java.class.path");
        assertThat(compiler.run(null, null, null, "-proc:none", "-cp", path, source.toString()))
                .isZero();
    }
}
