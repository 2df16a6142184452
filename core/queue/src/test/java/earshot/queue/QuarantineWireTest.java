package earshot.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuarantineWireTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Test
    void aDeliveryIsReadBackByteForByte() {
        var body = new byte[] {0, (byte) 0xff, '{', (byte) 0xe9};
        var messages = QuarantineWire.write(delivery("r1", body));
        assertThat(messages).hasSize(1);
        var read = QuarantineWire.read(messages);
        assertThat(read.body()).isEqualTo(body);
        assertThat(read.headers()).isEqualTo(Map.of("content-type", "application/json"));
        assertThat(read.id()).isEqualTo("r1").isEqualTo(QuarantineWire.id(messages.get(0)));
        assertThat(read.network().slug()).isEqualTo("facebook");
        assertThat(read.reason()).isEqualTo("not JSON");
        assertThat(read.receivedAt()).isEqualTo(NOON);
    }

    @Test
    void aLargeDeliveryGoesInPartsThatFindEachOtherInAnyOrder() {
        var body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        var messages = QuarantineWire.write(delivery("r1", body));
        assertThat(messages).hasSizeGreaterThan(4).allMatch(part -> part.length() < 1_000_000);
        var shuffled = new ArrayList<>(messages);
        Collections.reverse(shuffled);
        shuffled.add(messages.get(2));
        assertThat(QuarantineWire.read(shuffled).body()).isEqualTo(body);
    }

    @Test
    void aMissingOrForeignPartIsNoticed() {
        var body = new byte[2_000_000];
        new Random(1).nextBytes(body);
        var ones = QuarantineWire.write(delivery("r1", body));
        var others = QuarantineWire.write(delivery("r2", body));
        assertThatThrownBy(() -> QuarantineWire.read(ones.subList(1, ones.size())))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> QuarantineWire.read(ones.subList(0, 1)))
                .isInstanceOf(WireException.class);
        ones.set(1, others.get(1));
        assertThatThrownBy(() -> QuarantineWire.read(ones)).isInstanceOf(WireException.class);
    }

    private static Quarantined delivery(String id, byte[] body) {
        return new Quarantined(
                id,
                new Network("facebook"),
                "not JSON",
                NOON,
                "42",
                Map.of("content-type", "application/json"),
                body);
    }
}
