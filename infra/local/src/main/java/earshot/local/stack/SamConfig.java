package earshot.local.stack;

import earshot.local.text.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code samconfig.toml} says of a stack: whoever deployed it there looks for it there. */
public record SamConfig(Path file) {
    private static final Pattern SECTION = Pattern.compile("\\s*\\[.+]\\s*(#.*)?");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(stack_name|region)\\s*=\\s*\"([^\"]*)\"\\s*(#.*)?");

    /** The region in the section that names the stack; null when no section has both. */
    public @Nullable String region(String stack) {
        String name = null;
        String region = null;
        for (var line : lines()) {
            if (SECTION.matcher(line).matches()) {
                name = null;
                region = null;
            }
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                name = entry.group(1).equals("stack_name") ? entry.group(2) : name;
                region = entry.group(1).equals("region") ? entry.group(2) : region;
            }
            if (stack.equals(name) && region != null) {
                return region;
            }
        }
        return null;
    }

    private Iterable<String> lines() {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : java.util.List.of();
        } catch (IOException e) {
            throw new UserFault("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
