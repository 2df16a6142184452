package earshot.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqsBatchTest {
    @Test
    void theMessagesOfAnEventAreRead() throws IOException {
        var event =
                """
                {"Records":[{"messageId":"m1","receiptHandle":"h1","body":"{\\"v\\":1}",
                 "attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1700000000123",
                 "SenderId":"x"},"messageAttributes":{},"md5OfBody":"x","eventSource":"aws:sqs",
                 "eventSourceARN":"arn:aws:sqs:eu-west-1:1:posts","awsRegion":"eu-west-1"}]}
                """;
        assertThat(SqsBatch.read(new ByteArrayInputStream(event.getBytes(UTF_8))).messages())
                .containsExactly(
                        new SqsMessage(
                                "m1",
                                "h1",
                                "{\"v\":1}",
                                3,
                                Instant.ofEpochMilli(1_700_000_000_123L)));
    }

    @Test
    void theAnswerNamesOnlyWhatFailed() throws IOException {
        assertThat(answer(List.of("m1", "m2")))
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},"
                                + "{\"itemIdentifier\":\"m2\"}]}");
        assertThat(answer(List.of())).isEqualTo("{\"batchItemFailures\":[]}");
    }

    private static String answer(List<String> failed) throws IOException {
        var out = new ByteArrayOutputStream();
        SqsBatch.answer(failed, out);
        return out.toString(US_ASCII);
    }
}
