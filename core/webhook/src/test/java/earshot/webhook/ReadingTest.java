package earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void whatIsNoJsonIsUnreadableAsAWhole() {
        var reading = Reading.ofJson(delivery("{"), _ -> Reading.ignored("x", ReadFault.NO_JSON));
        assertThat(reading.unreadable()).containsExactly(Unreadable.whole(ReadFault.NO_JSON));
    }

    @Test
    void aReaderThatParsesOnAndFailsIsAFaultAndNotNoJson() {
        assertThatThrownBy(
                        () ->
                                Reading.ofJson(
                                        delivery("[]"),
                                        _ ->
                                                Reading.unreadable(
                                                        ReadFault.NO_JSON, Json.parse("{"))))
                .isInstanceOf(JsonException.class);
    }

    private static Delivery delivery(String body) {
        return new Delivery(
                Instant.EPOCH, "r", Map.of(), body.getBytes(StandardCharsets.UTF_8), null);
    }
}
