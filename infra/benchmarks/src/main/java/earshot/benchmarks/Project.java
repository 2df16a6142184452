package earshot.benchmarks;

import earshot.recordings.DevelopmentSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder that everything is measured in: benchmarks run from the project's root. */
record Project(Path root) {
    static Project here() {
        var root = Path.of("").toAbsolutePath();
        if (!Files.isExecutable(root.resolve("earshot"))) {
            throw new IllegalStateException("Run this from the project's root, not from " + root);
        }
        // The test kit asks for it.
        System.setProperty("earshot.home", root.toString());
        return new Project(root);
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /** What deliveries are signed with, where the environment of the stack sets nothing else. */
    Map<String, String> developmentSecrets() {
        try {
            return DevelopmentSecrets.read(file("infra/local/secrets.env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
