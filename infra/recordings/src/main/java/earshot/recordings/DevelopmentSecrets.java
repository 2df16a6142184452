package earshot.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The file of secrets for development, which guard nothing: lines {@code NAME=value}; those that
 * begin with {@code #} say nothing.
 */
public final class DevelopmentSecrets {
    private DevelopmentSecrets() {}

    public static Map<String, String> read(Path file) throws IOException {
        var secrets = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                secrets.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        }
        return secrets;
    }
}
