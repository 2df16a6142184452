package earshot.local.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the project's own files are. */
public record Project(Path folder) {
    /** As ./earshot tells it; without it, the folder we are in. */
    public static Project ofThisProcess() {
        return new Project(Path.of(System.getProperty("earshot.home", "")).toAbsolutePath());
    }

    public Path template() {
        return folder.resolve("template.yaml");
    }

    public Path samConfig() {
        return folder.resolve("samconfig.toml");
    }

    public Path secrets() {
        return folder.resolve("infra/local/secrets.env");
    }

    /** The data folder. */
    public Path data(@Nullable Path named) {
        return named == null ? folder.resolve(".earshot") : named;
    }

    public Path demoPolicy() {
        return folder.resolve("infra/local/demo-policy.yaml");
    }

    /** What the networks send, folder by folder; and the story that is made of it. */
    public Path events() {
        return folder.resolve("events");
    }
}
