package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.queue.Message;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import earshot.queue.QueueException;
import earshot.queue.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mended reader takes what lay in the quarantine. */
final class ReplayTest {
    private final Stage stage = new Stage();

    @Test
    void whatCanBeReadNowIsQueuedAsIfItHadCameThen() {
        var answer = stage.replay(kept("[\"one\",\"ignore\"]"));
        assertThat(answer.integer("activities")).isEqualTo(1);
        assertThat(answer.integer("ignored")).isEqualTo(1);
        assertThat(answer.items("unreadable")).isEmpty();
        assertThat(stage.queue("posts"))
                .extracting(message -> Wire.activity(message.body()))
                .containsExactly(
                        new Activity.Deleted(
                                new PostId(Stage.NETWORK, "one"),
                                Moment.of(null, Stage.NOON.minusSeconds(3600))));
    }

    @Test
    void whatStillCannotBeReadIsQueuedNowhereAndSaysWhy() {
        var answer = stage.replay(kept("[\"one\",\"bad\"]"));
        assertThat(answer.items("unreadable")).containsExactly(Json.of("no id"));
        assertThat(stage.queues).isEmpty();
    }

    @Test
    void whatWasKeptByADeliveryIsTaken() {
        stage.deliver("[\"bug\"]");
        var parts = stage.queue("quarantine").stream().map(Message::body).toList();
        assertThat(stage.replay(parts).items("unreadable"))
                .containsExactly(Json.of("the connector failed"));
    }

    @Test
    void aQueueThatDoesNotConfirmFailsTheReplay() {
        stage.with(
                (queue, messages) -> {
                    throw new QueueException(1, 1, queue, null);
                });
        assertThatThrownBy(() -> stage.replay(kept("[\"one\"]")))
                .isInstanceOf(QueueException.class);
    }

    private static List<String> kept(String body) {
        return QuarantineWire.write(
                new Quarantined(
                        "r0/1",
                        Stage.NETWORK,
                        "no id",
                        Stage.NOON.minusSeconds(3600),
                        null,
                        Map.of(),
                        body.getBytes(UTF_8)));
    }
}
