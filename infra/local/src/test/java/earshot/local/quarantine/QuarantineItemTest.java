package earshot.local.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Network;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class QuarantineItemTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Map<String, String> WEBHOOK = Map.of("user-agent", "town", "host", "us");

    @Test
    void thePartsOfALongDeliveryAreOneInAnyOrder() {
        var body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        var parts = new ArrayList<>(messages("r1/1", WEBHOOK, body));
        parts.addAll(messages("r2/1", WEBHOOK, "{}".getBytes(UTF_8)));
        Collections.shuffle(parts, new Random(2));

        var all = QuarantineItem.of(parts);

        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(all).extracting(QuarantineItem::id).containsExactlyInAnyOrder("r1/1", "r2/1");
        assertThat(all).allMatch(QuarantineItem.OfNetwork.class::isInstance);
        assertThat(all).extracting(QuarantineItem::size).containsExactlyInAnyOrder(3_000_000, 2);
        assertThat(all.stream().mapToInt(kept -> kept.messages().size()).sum())
                .isEqualTo(parts.size());
    }

    @Test
    void aDeliveryOfWhichAPartIsMissingIsUnclear() {
        var body = new byte[3_000_000];
        new Random(1).nextBytes(body);

        var all = QuarantineItem.of(messages("r1/1", WEBHOOK, body).subList(1, 3));

        assertThat(all).singleElement().isInstanceOf(QuarantineItem.Unclear.class);
        assertThat(all.getFirst().reason()).contains("missing");
        assertThat(all.getFirst().messages()).hasSize(2);
    }

    @Test
    void aMessageOfTheRouterIsOfTheQueueThatItCameFrom() {
        var post =
                "{\"v\":1,\"from\":\"router\",\"messageId\":\"a\",\"reason\":\"no\",\"body\":\"?\"}";
        var command = post.replace("\"a\"", "\"b\"").replace("\"?\"", "\"{\\\"command\\\":1}\"");

        var all = QuarantineItem.of(List.of(message("1", post), message("2", command)));

        assertThat(all).extracting(QuarantineItem::from).containsExactly("posts", "commands");
    }

    @Test
    void whatIsNoneOfOursIsShownAsItLiesThere() {
        assertThat(QuarantineItem.of(List.of(message("1", "hello"))))
                .first()
                .returns("1", QuarantineItem::id);
    }

    @Test
    void whatAPollBroughtIsKnownByItsName() {
        var json = Map.of("content-type", "application/json");

        assertThat(polled("i-1/UC_town/7/1", json)).isTrue();
        assertThat(polled("message-1/1", json)).as("fetched for a webhook").isFalse();
        assertThat(polled("i-1/UC_town/7/1", WEBHOOK)).isFalse();
    }

    private static boolean polled(String id, Map<String, String> headers) {
        var kept = QuarantineItem.of(messages(id, headers, "{}".getBytes(UTF_8))).getFirst();
        return kept instanceof QuarantineItem.OfNetwork element && element.isPolled();
    }

    private static List<Message> messages(String id, Map<String, String> headers, byte[] body) {
        var delivery = new Quarantined(id, new Network("town"), "no id", NOON, null, headers, body);
        var messages = new ArrayList<Message>();
        for (var part : QuarantineWire.write(delivery)) {
            messages.add(message(id + "#" + messages.size(), part));
        }
        return messages;
    }

    private static Message message(String id, String body) {
        return Message.builder().messageId(id).receiptHandle(id).body(body).build();
    }
}
