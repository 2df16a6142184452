package earshot.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The folder of the whole project. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty("earshot.home"), "earshot.home"));
    }

    /** The secrets that event files are signed with. They guard nothing. */
    static Map<String, String> developmentSecrets() {
        Map<String, String> secrets = new HashMap<>();
        try {
            for (var line : Files.readAllLines(folder().resolve("infra/local/secrets.env"))) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    secrets.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }
}
