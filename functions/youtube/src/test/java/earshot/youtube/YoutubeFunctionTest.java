package earshot.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.settings.Secret;
import earshot.settings.SettingsException;
import earshot.testkit.EventFile;
import earshot.testkit.UnaskedContext;
import earshot.webhook.WebSubTopic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YoutubeFunctionTest {
    private static final WebSubTopic TOPIC =
            new WebSubTopic("https://www.youtube.com/feeds/videos.xml?channel_id=UC_ours");
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "EARSHOT_YOUTUBE_HUB_SECRET", "next-secret,another-secret",
                    "EARSHOT_QUEUE_POSTS", "http://sqs.invalid/1/posts",
                    "EARSHOT_QUEUE_QUARANTINE", "http://sqs.invalid/1/quarantine",
                    "AWS_REGION", "eu-west-1",
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "key");

    @Test
    void functionWithoutSecretDoesNotStart() {
        assertThatThrownBy(() -> new YoutubeFunction(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("EARSHOT_YOUTUBE_HUB_SECRET");
    }

    @Test
    void theHubIsAnsweredForATopicThatWeAskedForWithEitherSecret() throws IOException {
        for (var secret : new String[] {"next-secret", "another-secret"}) {
            var answer = answer(handshake("subscribe", TOPIC.asked(new Secret(secret))));
            assertThat(answer.integer("statusCode")).isEqualTo(200);
            assertThat(answer.text("body")).isEqualTo("0123456789");
        }
        var guess = answer(handshake("subscribe", TOPIC.asked(new Secret("guess"))));
        assertThat(guess.integer("statusCode")).isEqualTo(404);
    }

    @Test
    void nobodyCanUnsubscribeUs() throws IOException {
        var answer = answer(handshake("unsubscribe", TOPIC.asked(new Secret("another-secret"))));
        assertThat(answer.integer("statusCode")).isEqualTo(404);
    }

    @Test
    void whatAnotherSecretSignedIsDroppedAndTheHubIsNotTold() throws IOException {
        for (var event : EventFile.of("youtube")) {
            var call = event.event().write().getBytes(StandardCharsets.US_ASCII);
            assertThat(answer(call).integer("statusCode")).isEqualTo(200);
        }
    }

    private static byte[] handshake(String mode, String asked) {
        var topic = URLEncoder.encode(TOPIC.url(), StandardCharsets.UTF_8);
        var query =
                "asked=%s&hub.topic=%s&hub.challenge=0123456789&hub.mode=%s&hub.lease_seconds=432000"
                        .formatted(asked, topic, mode);
        var http = Json.object().with("method", "GET").build();
        return Json.object()
                .with("rawQueryString", query)
                .with("headers", Json.object().build())
                .with("requestContext", Json.object().with("http", http).build())
                .write()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Json answer(byte[] event) throws IOException {
        var out = new ByteArrayOutputStream();
        new YoutubeFunction(ENVIRONMENT)
                .handleRequest(new ByteArrayInputStream(event), out, UnaskedContext.get());
        return Json.parse(out.toByteArray());
    }
}
