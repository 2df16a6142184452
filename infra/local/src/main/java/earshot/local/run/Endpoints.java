package earshot.local.run;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a running stack is, as {@code endpoints.json} in its data folder tells any AWS client.
 *
 * @param tables name by logical id
 * @param queues URL by logical id
 */
public record Endpoints(
        URI http,
        URI dynamodb,
        URI sqs,
        URI lambda,
        Map<String, String> tables,
        Map<String, String> queues) {
    static final String FILE = "endpoints.json";

    /** Writes the file as a whole: a reader sees the old one or the new one. */
    public void write(Path folder) {
        var json =
                Json.object()
                        .with("http", http.toString())
                        .with("dynamodb", dynamodb.toString())
                        .with("sqs", sqs.toString())
                        .with("lambda", lambda.toString())
                        .with("region", EmbeddedServers.REGION)
                        .with("accessKeyId", EmbeddedServers.ACCESS_KEY_ID)
                        .with("secretAccessKey", EmbeddedServers.SECRET_ACCESS_KEY)
                        .with("tables", members(tables))
                        .with("queues", members(queues))
                        .write();
        try {
            Files.createDirectories(folder);
            var draft = Files.writeString(folder.resolve(FILE + ".new"), json + "\n");
            Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserFault("The data folder cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * @throws UserFault when nothing was ever started with that folder
     */
    public static Endpoints read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserFault(
                    "No running stack is known: there is no %s. Start one with ./earshot up"
                            .formatted(file));
        }
        try {
            var json = Json.parse(Files.readAllBytes(file));
            return new Endpoints(
                    uri(json, "http"),
                    uri(json, "dynamodb"),
                    uri(json, "sqs"),
                    uri(json, "lambda"),
                    texts(json.get("tables")),
                    texts(json.get("queues")));
        } catch (IOException | JsonException | IllegalArgumentException e) {
            throw new UserFault("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param logicalId in the template
     */
    public String table(String logicalId) {
        return named(tables, logicalId);
    }

    /**
     * @param logicalId in the template
     */
    public String queue(String logicalId) {
        return named(queues, logicalId);
    }

    private static String named(Map<String, String> names, String logicalId) {
        var name = names.get(logicalId);
        if (name == null) {
            throw new UserFault("The running stack has no " + logicalId);
        }
        return name;
    }

    private static URI uri(Json json, String name) {
        var text = json.text(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return URI.create(text);
    }

    private static JsonObject members(Map<String, String> texts) {
        var members = Json.object();
        new TreeMap<>(texts).forEach((name, value) -> members.with(name, value));
        return members.build();
    }

    private static Map<String, String> texts(Json json) {
        var texts = new TreeMap<String, String>();
        if (json instanceof JsonObject(var members)) {
            members.forEach(
                    (name, value) -> {
                        var text = value.text();
                        if (text != null) {
                            texts.put(name, text);
                        }
                    });
        }
        return texts;
    }
}
