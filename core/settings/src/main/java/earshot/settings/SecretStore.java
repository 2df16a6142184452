package earshot.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The secret of one function in Secrets Manager: a JSON object, whose members are settings of the
 * network that the secret's name ends with. {@code APP_SECRET} in {@code /earshot/prod/facebook} is
 * the variable {@code EARSHOT_FACEBOOK_APP_SECRET}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
final class SecretStore {
    /** Names the secret: its ARN or its name. Not there where secrets are variables themselves. */
    static final String VARIABLE = "EARSHOT_SECRETS";

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET = "secretsmanager.GetSecretValue";

    private final String secret;
    private final URI endpoint;
    private final SignedCall call;

    private SecretStore(String secret, URI endpoint, SignedCall call) {
        this.secret = secret;
        this.endpoint = endpoint;
        this.call = call;
    }

    /**
     * The store that the environment names; null when it names none.
     *
     * @throws SettingsException when it is named but cannot be asked
     */
    static @Nullable SecretStore of(
            Map<String, String> environment,
            Function<Settings, ? extends Supplier<? extends AwsCredentialsIdentity>> identity,
            Clock clock) {
        var settings = new Settings(environment);
        var secret = settings.optional(VARIABLE);
        if (secret == null) {
            return null;
        }
        var region = settings.text("AWS_REGION");
        var given = settings.optionalUrl("AWS_ENDPOINT_URL_SECRETS_MANAGER");
        var call =
                new SignedCall(
                        "secretsmanager", CONTENT_TYPE, settings, identity.apply(settings), clock);
        settings.orThrow();
        return new SecretStore(secret, given == null ? endpoint(region) : given, call);
    }

    private static URI endpoint(String region) {
        var suffix = region.startsWith("cn-") ? ".amazonaws.com.cn/" : ".amazonaws.com/";
        return URI.create("https://secretsmanager." + region + suffix);
    }

    /**
     * The variables that the secret holds now. Members that are empty are as good as not there.
     *
     * @throws IOException with a reason that holds no secret
     */
    Map<String, String> variables() throws IOException {
        var body = Json.object().with("SecretId", secret).write().getBytes(US_ASCII);
        var reply = call.post(endpoint, TARGET, body);
        var answer = parse(reply);
        if (reply.status() != 200) {
            var type = answer.text("__type");
            throw new IOException(
                    "Secrets Manager answered "
                            + reply.status()
                            + (type == null ? "" : " " + type.replaceFirst(".*#", "")));
        }
        return members(network(answer.text("Name")), answer.text("SecretString"));
    }

    private static Json parse(SignedCall.Reply reply) throws IOException {
        try {
            return Json.parse(reply.body());
        } catch (JsonException e) {
            throw new IOException(
                    "Secrets Manager answered " + reply.status() + " and not in JSON", e);
        }
    }

    private static String network(@Nullable String name) throws IOException {
        if (name == null || name.endsWith("/")) {
            throw new IOException("The secret's name does not end with a network");
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Map<String, String> members(String network, @Nullable String text)
            throws IOException {
        var variables = new TreeMap<String, String>();
        for (var member : object(text).members().entrySet()) {
            var value = member.getValue().text();
            if (value == null) {
                throw new IOException("The secret's member " + member.getKey() + " is no text");
            }
            if (!value.isBlank()) {
                variables.put(Settings.nameOf(network, member.getKey()), value);
            }
        }
        return variables;
    }

    private static JsonObject object(@Nullable String text) throws IOException {
        try {
            if (text != null && Json.parse(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException _) {
            // Said below, as of any other value.
        }
        throw new IOException("The secret is no JSON object");
    }
}
