package earshot.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.local.text.UserFault;
import earshot.stack.FunctionResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLoaderTest {
    private static final String SOURCE =
            """
            package elsewhere;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            import java.util.Map;
            public class NAME implements RequestStreamHandler {
              public static int made;
              public NAME(Map<String, String> environment) {
                if (environment.isEmpty()) throw new IllegalStateException("EARSHOT_X is missing");
                made++;
              }
              public void handleRequest(InputStream in, OutputStream out, Context context) {}
            }
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void classesThatOnlyTheZipsHaveShareOneLoader() throws Exception {
        var one = function("One", zip("One"));
        var two = function("Two", zip("Two"));
        try (var loader = FunctionLoader.over(List.of(one, two))) {
            var first = loader.construction(one, Map.of("A", "b")).get();
            var second = loader.construction(two, Map.of("A", "b")).get();

            assertThat(first.getClass().getName()).isEqualTo("elsewhere.One");
            assertThat(first.getClass().getClassLoader())
                    .isSameAs(second.getClass().getClassLoader())
                    .isNotSameAs(FunctionLoader.class.getClassLoader());
        }
    }

    @Test
    void aFunctionThatDoesNotStartSaysWhy() throws Exception {
        var one = function("One", zip("One"));
        try (var loader = FunctionLoader.over(List.of(one))) {
            var construction = loader.construction(one, Map.of());

            assertThatThrownBy(construction::get)
                    .isInstanceOf(UserFault.class)
                    .hasMessage("OneFunction does not start: EARSHOT_X is missing");
        }
    }

    @Test
    void aHandlerThatIsNotThereIsNamed() throws Exception {
        var one = function("Nobody", zip("One"));
        try (var loader = FunctionLoader.over(List.of(one))) {
            assertThatThrownBy(() -> loader.construction(one, Map.of()))
                    .isInstanceOf(UserFault.class)
                    .hasMessageContaining("elsewhere.Nobody");
        }
    }

    @Test
    void classesOfALayerAreThereForAFunctionThatNamesIt() throws Exception {
        var layer = folder.resolve("layer.zip");
        Files.move(zip("One", "java/lib/"), layer);
        var two = function("One", zip("Two"), layer);
        try (var loader = FunctionLoader.over(List.of(two))) {
            assertThat(loader.construction(two, Map.of("A", "b")).get()).isNotNull();
        }
    }

    @Test
    void aLayerThatIsNotBuiltIsNamed() throws Exception {
        var one = function("One", zip("One"), folder.resolve("layer.zip"));

        assertThatThrownBy(() -> FunctionLoader.over(List.of(one)))
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith("A layer of OneFunction is not built")
                .hasMessageContaining("layer.zip");
    }

    @Test
    void aZipThatIsNotBuiltIsNamed() {
        var one = function("One", folder.resolve("missing.zip"));

        assertThatThrownBy(() -> FunctionLoader.over(List.of(one)))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("missing.zip");
    }

    private static FunctionResource function(String name, Path zip, Path... layers) {
        return new FunctionResource(
                name + "Function",
                name,
                "elsewhere." + name,
                zip,
                List.of(layers),
                Duration.ofSeconds(1),
                128,
                Map.of(),
                List.of(),
                null);
    }

    /** A zip with a jar with a class that no class path has. */
    private Path zip(String name) throws IOException {
        return zip(name, "lib/");
    }

    private Path zip(String name, String libraries) throws IOException {
        var source = folder.resolve(name + ".java");
        Files.writeString(source, SOURCE.replace("NAME", name));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var path = System.getProperty("java.class.path");
        var arguments = new String[] {"-cp", path, "-d", folder.toString(), source.toString()};
        assertThat(compiler.run(null, null, null, arguments)).isZero();
        var type = "elsewhere/" + name + ".class";
        var jar = zip(name + ".jar", type, folder.resolve(type));
        return zip(name + ".zip", libraries + name + ".jar", jar);
    }

    private Path zip(String name, String entry, Path content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            Files.copy(content, zip);
            zip.closeEntry();
        }
        return file;
    }
}
