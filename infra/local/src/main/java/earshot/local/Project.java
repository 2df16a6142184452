package earshot.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the project's own files are. */
record Project(Path folder) {
    /** As ./earshot tells it; without it, the folder we are in. */
    static Project ofThisProcess() {
        return new Project(Path.of(System.getProperty("earshot.home", "")).toAbsolutePath());
    }

    Path template() {
        return folder.resolve("template.yaml");
    }

    Path samConfig() {
        return folder.resolve("samconfig.toml");
    }

    Path secrets() {
        return folder.resolve("infra/local/secrets.env");
    }

    /** The data folder. */
    Path data(@Nullable Path named) {
        return named == null ? folder.resolve(".earshot") : named;
    }

    Path demoPolicy() {
        return folder.resolve("infra/local/demo-policy.yaml");
    }

    /** What the networks send, folder by folder; and the story that is made of it. */
    Path events() {
        return folder.resolve("events");
    }
}
