package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.settings.SettingsException;
import earshot.testkit.EventFile;
import earshot.testkit.UnaskedContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XFunctionTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "EARSHOT_X_CONSUMER_SECRET", "test-consumer-secret",
                    "EARSHOT_QUEUE_POSTS", "http://sqs.invalid/1/posts",
                    "EARSHOT_QUEUE_FETCHES", "http://sqs.invalid/1/fetches",
                    "EARSHOT_QUEUE_QUARANTINE", "http://sqs.invalid/1/quarantine",
                    "AWS_REGION", "eu-west-1",
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "key");

    @Test
    void functionWithoutSecretsDoesNotStart() {
        assertThatThrownBy(() -> new XFunction(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("EARSHOT_X_CONSUMER_SECRET");
    }

    @Test
    void tokenIsAnsweredWithItsCode() throws IOException {
        var answer = answer(handshake("test-crc-token"));
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.text("body"))
                .isEqualTo(
                        "{\"response_token\":"
                                + "\"sha256=1Fg22hsV/J0MPCeiX/iZqLqDkZ0S28yOOMIljrsAX9M=\"}");
        assertThat(answer(handshake("%7B%7D")).integer("statusCode")).isEqualTo(403);
    }

    @Test
    void deliveryThatAnotherSecretSignedIsRefused() throws IOException {
        var event = EventFile.of("x").getFirst().event();
        assertThat(answer(event.write().getBytes(StandardCharsets.US_ASCII)).integer("statusCode"))
                .isEqualTo(401);
    }

    private static byte[] handshake(String token) {
        var http = Json.object().with("method", "GET").build();
        return Json.object()
                .with("version", "2.0")
                .with("rawPath", "/webhooks/x")
                .with("rawQueryString", "crc_token=" + token)
                .with("headers", Json.object().build())
                .with("requestContext", Json.object().with("http", http).build())
                .write()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Json answer(byte[] event) throws IOException {
        var out = new ByteArrayOutputStream();
        new XFunction(ENVIRONMENT)
                .handleRequest(new ByteArrayInputStream(event), out, UnaskedContext.get());
        return Json.parse(out.toByteArray());
    }
}
