package earshot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

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
        var secrets = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(file("infra/local/secrets.env"))) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    secrets.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }
}
