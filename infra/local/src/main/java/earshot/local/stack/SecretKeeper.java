package earshot.local.stack;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.local.text.UserFault;
import earshot.stack.SecretResource;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The secrets of a deployed stack. No value is ever part of a message.
 *
 * @param arns by logical id, as the stack's outputs tell them
 */
public record SecretKeeper(SecretsManagerClient client, Map<String, String> arns)
        implements AutoCloseable {
    public SecretKeeper {
        arns = Map.copyOf(arns);
    }

    private String id(SecretResource secret) {
        return arns.getOrDefault(secret.logicalId(), secret.name());
    }

    /**
     * The members of a secret.
     *
     * @throws UserFault when it is not there, or no JSON object of texts
     */
    public Map<String, String> read(SecretResource secret) {
        try {
            return members(
                    secret, client.getSecretValue(it -> it.secretId(id(secret))).secretString());
        } catch (ResourceNotFoundException e) {
            throw new UserFault(
                    "There is no secret %s: deploy the stack first".formatted(secret.name()), e);
        }
    }

    private static Map<String, String> members(SecretResource secret, String text) {
        var members = new TreeMap<String, String>();
        try {
            if (text != null && Json.parse(text) instanceof JsonObject(var found)) {
                found.forEach((name, value) -> members.put(name, String.valueOf(value.text())));
                return members;
            }
        } catch (JsonException _) {
            // Said below, as of any other value.
        }
        throw new UserFault("The secret %s is no JSON object".formatted(secret.name()));
    }

    /** Puts a new version of a secret; the one before stays, as AWSPREVIOUS. */
    public void write(SecretResource secret, Map<String, String> members) {
        var text = Json.object();
        new TreeMap<>(members).forEach((name, value) -> text.with(name, value));
        client.putSecretValue(it -> it.secretId(id(secret)).secretString(text.write()));
    }

    @Override
    public void close() {
        client.close();
    }
}
