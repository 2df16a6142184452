package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.testkit.EventFile;
import earshot.testkit.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FacebookConnectorPropertyTest {
    private static final List<byte[]> BODIES =
            EventFile.of("facebook").stream().map(EventFile::bytes).toList();

    @Property(tries = 3000)
    void spoiledDeliveryIsAccountedForElementByElement(
            @ForAll("bodies") byte[] body,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int times) {
        var mutation = new Mutation(seed);
        var spoiled = parsed(body);
        for (int i = 0; i < times; i++) {
            spoiled = mutation.of(spoiled);
        }
        var reading = Read.bytes(spoiled.write().getBytes(StandardCharsets.UTF_8));
        assertThat(Elements.in(reading)).isEqualTo(Elements.in(spoiled));
    }

    @Property(tries = 1000)
    void spoiledBytesAreReadWithoutAnException(@ForAll("bodies") byte[] body, @ForAll long seed) {
        var random = new Random(seed);
        var spoiled = body.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
        }
        Read.bytes(spoiled);
    }

    @Property(tries = 500)
    void whatIsUnreadableIsUnreadableByItself(@ForAll("bodies") byte[] body, @ForAll long seed) {
        var spoiled = new Mutation(seed).of(parsed(body));
        var reading = Read.bytes(spoiled.write().getBytes(StandardCharsets.UTF_8));
        for (var unreadable : reading.unreadable()) {
            if (unreadable.alone() != null) {
                assertThat(Read.body(unreadable.alone()).unreadable()).containsExactly(unreadable);
            }
        }
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.of(BODIES);
    }

    private static Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonException _) {
            return Json.object().build();
        }
    }
}
