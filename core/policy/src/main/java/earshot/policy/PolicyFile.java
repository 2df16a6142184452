package earshot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that ship: the policy that holds until one is pushed, and the schema for editors. */
public final class PolicyFile {
    private PolicyFile() {}

    /** The default policy, as YAML. */
    public static String defaults() {
        return resource("default-policy.yaml");
    }

    /** What a policy looks like, as a JSON Schema. */
    public static String schema() {
        return resource("policy.schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = PolicyFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not packed into core/policy: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
