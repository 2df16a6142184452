package earshot.testkit;

import earshot.recordings.DevelopmentSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
        try {
            return DevelopmentSecrets.read(folder().resolve("infra/local/secrets.env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
