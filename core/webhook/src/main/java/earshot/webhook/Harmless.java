package earshot.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a delivery may be kept, since a quarantine is looked at by people: nothing of what proved
 * it, wherever that stood, and nothing that by its name identifies the caller.
 */
final class Harmless {
    private static final List<String> TELLING =
            List.of("signature", "secret", "token", "key", "cookie", "authorization");

    private final Set<String> provingHeaders = new HashSet<>();
    private final Set<String> provingMembers = new HashSet<>();

    Harmless(List<Proof> proofs) {
        for (var proof : proofs) {
            switch (proof) {
                case Proof.Header(var name) -> provingHeaders.add(name);
                case Proof.Parameter _ -> {
                    // Of a query nothing is kept.
                }
                case Proof.Member(var name) -> provingMembers.add(name);
            }
        }
    }

    Map<String, String> headers(Map<String, String> headers) {
        var harmless = new HashMap<>(headers);
        harmless.keySet()
                .removeIf(
                        name ->
                                provingHeaders.contains(name)
                                        || TELLING.stream().anyMatch(name::contains));
        return harmless;
    }

    /** The bytes as they are, but where one of their members proved them. */
    byte[] body(byte[] body) {
        return provingMembers.isEmpty() ? body : withoutProvingMembers(body);
    }

    /** What is no object cannot have proved itself by a member, and is not kept. */
    private byte[] withoutProvingMembers(byte[] body) {
        try {
            if (Json.parse(body) instanceof JsonObject(var members)) {
                var others = new LinkedHashMap<>(members);
                others.keySet().removeAll(provingMembers);
                return new JsonObject(others).write().getBytes(US_ASCII);
            }
        } catch (JsonException notJson) {
            // As for what is no object.
        }
        return new byte[0];
    }
}
