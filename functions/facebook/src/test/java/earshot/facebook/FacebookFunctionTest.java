package earshot.facebook;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacebookFunctionTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "EARSHOT_FACEBOOK_APP_SECRET", "another-secret",
                    "EARSHOT_FACEBOOK_VERIFY_TOKEN", "token",
                    "EARSHOT_QUEUE_POSTS", "http://sqs.invalid/1/posts",
                    "EARSHOT_QUEUE_FETCHES", "http://sqs.invalid/1/fetches",
                    "EARSHOT_QUEUE_QUARANTINE", "http://sqs.invalid/1/quarantine",
                    "AWS_REGION", "eu-west-1",
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "key");

    @Test
    void functionWithoutSecretsDoesNotStart() {
        assertThatThrownBy(() -> new FacebookFunction(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("EARSHOT_FACEBOOK_APP_SECRET")
                .hasMessageContaining("EARSHOT_FACEBOOK_VERIFY_TOKEN");
    }

    @Test
    void metasHandshakeIsAnsweredWithItsChallenge() throws IOException {
        var answer = answer(handshake("token"));
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.text("body")).isEqualTo("0123456789");
        assertThat(answer(handshake("guess")).integer("statusCode")).isEqualTo(403);
    }

    @Test
    void deliveryThatAnotherSecretSignedIsRefused() throws IOException {
        var event = EventFile.of("facebook").getFirst().event();
        assertThat(answer(event.write().getBytes(StandardCharsets.US_ASCII)).integer("statusCode"))
                .isEqualTo(401);
    }

    @Test
    void batchOfTheQueueOfFetchesIsAnsweredWithWhatIsToComeAgain() throws IOException {
        var attributes =
                Json.object()
                        .with("ApproximateReceiveCount", "1")
                        .with("SentTimestamp", "1795165201000");
        var message =
                Json.object()
                        .with("messageId", "m1")
                        .with("receiptHandle", "r")
                        .with("body", "no pointer")
                        .with("attributes", attributes.build())
                        .with("eventSourceARN", "arn:aws:sqs:eu-west-1:1:fetches");
        var batch = Json.object().withItems("Records", List.of(message.build())).write();
        var again = answer(batch.getBytes(StandardCharsets.US_ASCII)).items("batchItemFailures");
        assertThat(again).extracting(each -> each.text("itemIdentifier")).containsExactly("m1");
    }

    private static byte[] handshake(String token) {
        var query = "hub.mode=subscribe&hub.challenge=0123456789&hub.verify_token=" + token;
        var http = Json.object().with("method", "GET").build();
        return Json.object()
                .with("version", "2.0")
                .with("rawPath", "/webhooks/facebook")
                .with("rawQueryString", query)
                .with("headers", Json.object().build())
                .with("requestContext", Json.object().with("http", http).build())
                .write()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Json answer(byte[] event) throws IOException {
        var out = new ByteArrayOutputStream();
        new FacebookFunction(ENVIRONMENT)
                .handleRequest(new ByteArrayInputStream(event), out, UnaskedContext.get());
        return Json.parse(out.toByteArray());
    }
}
