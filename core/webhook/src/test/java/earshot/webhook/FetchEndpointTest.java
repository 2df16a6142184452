package earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Moment;
import earshot.domain.post.Pointer;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.queue.QueueException;
import earshot.queue.Wire;
import earshot.webhook.Fetcher.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FetchEndpointTest {
    private static final String POINTER =
            Wire.encode(
                    new Pointer(
                            Stage.NETWORK,
                            "mention/add",
                            "p1",
                            "42",
                            null,
                            Moment.of(null, Stage.NOON.minusSeconds(60))));

    private final Stage stage = new Stage();

    @Test
    void whatIsFoundIsReadByTheConnectorAndThePointerIsDoneWith() {
        var failed = handle(_ -> new Fetched.Found(words("one", "two")), POINTER);
        assertThat(failed).isEmpty();
        assertThat(stage.queue("posts")).hasSize(2);
        assertThat(stage.queue("posts").getFirst().body()).contains("2026-02-03T11:59:00.000Z");
    }

    @Test
    void aRestWithoutWhichNothingCanBeReadGoesToTheQuarantine() {
        assertThat(handle(_ -> new Fetched.Found(words("one", "bad")), POINTER)).isEmpty();
        assertThat(stage.queue("posts")).hasSize(1);
        assertThat(stage.queue("quarantine")).hasSize(1);
    }

    @Test
    void whatIsGoneIsCountedAndDoneWith() {
        assertThat(handle(_ -> new Fetched.Gone("deleted"), POINTER)).isEmpty();
        assertThat(stage.queues).isEmpty();
        assertThat(stage.log()).contains("\"gone\":1").contains("mention/add");
    }

    @Test
    void whatIsNotAnsweredNowComesAgain() {
        assertThat(handle(_ -> new Fetched.Later("busy: 503"), POINTER)).containsExactly("m0");
        assertThat(stage.queues).isEmpty();
        assertThat(stage.log()).contains("\"fetchFailed\":1").contains("busy: 503");
    }

    @Test
    void aQueueThatDoesNotConfirmBringsThePointerBack() {
        stage.with(
                (queue, messages) -> {
                    throw new QueueException(1, 1, queue, null);
                });
        assertThat(handle(_ -> new Fetched.Found(words("one")), POINTER)).containsExactly("m0");
    }

    @Test
    void aPointerBehindAPointerIsNotFollowed() {
        assertThat(handle(_ -> new Fetched.Found(words("point")), POINTER)).isEmpty();
        assertThat(stage.queue("fetches")).isEmpty();
        assertThat(stage.queue("quarantine")).hasSize(1);
    }

    @Test
    void whatIsNoPointerStaysForTheDeadLetters() {
        var failed = handle(_ -> new Fetched.Gone("deleted"), "{\"v\":2}", POINTER, "hunter2");
        assertThat(failed).containsExactly("m0", "m2");
    }

    private static Json words(String... words) {
        return new JsonArray(Stream.of(words).<Json>map(Json::of).toList());
    }

    private List<String> handle(Fetcher fetcher, String... bodies) {
        var out = new ByteArrayOutputStream();
        var records = Json.object();
        var messages =
                IntStream.range(0, bodies.length)
                        .mapToObj(i -> message("m" + i, bodies[i]))
                        .toList();
        try {
            stage.fetching(fetcher).handle(records.withItems("Records", messages).build(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toByteArray()).items("batchItemFailures").stream()
                .map(item -> String.valueOf(item.text("itemIdentifier")))
                .toList();
    }

    private static Json message(String id, String body) {
        var attributes =
                Json.object()
                        .with("ApproximateReceiveCount", "1")
                        .with("SentTimestamp", "1770120000000");
        return Json.object()
                .with("messageId", id)
                .with("receiptHandle", "r")
                .with("body", body)
                .with("attributes", attributes.build())
                .build();
    }
}
