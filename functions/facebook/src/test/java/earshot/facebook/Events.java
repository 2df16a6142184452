package earshot.facebook;

import static java.util.Objects.requireNonNull;

import earshot.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The project's own deliveries: events/facebook. */
final class Events {
    static final Path HOME = Path.of(System.getProperty("earshot.home", "."));
    static final Path FOLDER = HOME.resolve("events/facebook");

    private Events() {}

    /** The event files, without those that tell what is expected of them. */
    static List<Path> files() {
        try (var all = Files.list(FOLDER)) {
            return all.filter(file -> name(file).matches("[^.]+\\.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    static Json event(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body that the network sent. */
    static byte[] body(Json event) {
        var text = requireNonNull(event.text("body"));
        return Boolean.TRUE.equals(event.flag("isBase64Encoded"))
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
