package earshot.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.testkit.EventFile;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YoutubeConnectorPropertyTest {
    private static final List<byte[]> BODIES =
            EventFile.of("youtube").stream().map(EventFile::bytes).toList();
    private static final List<String> STRANGERS =
            List.of(
                    "",
                    "<entry/>",
                    "<x:y xmlns:x='urn:x'><entry/></x:y>",
                    "&#0;",
                    "&#xFFFD;",
                    "<![CDATA[",
                    "]]>",
                    "<?xml-stylesheet href='http://127.0.0.1:1/'?>",
                    "<!-- -- -->",
                    "<!DOCTYPE feed>",
                    "\"",
                    "x".repeat(3000),
                    "\ud83c\udfb8");

    @Property(tries = 2000)
    void spoiledBytesAreReadWithoutAnException(@ForAll("bodies") byte[] body, @ForAll long seed) {
        var random = new Random(seed);
        var spoiled = body.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
        }
        assertThat(Read.elements(Read.bytes(spoiled))).isPositive();
    }

    @Property(tries = 2000)
    void whateverStandsInAFeedEndsSomewhereAndReadsTheSameByItself(
            @ForAll("bodies") byte[] body, @ForAll long seed) {
        var random = new Random(seed);
        var parts = new String(body, UTF_8).split("(?=[<>])|(?<=[>])", -1);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            parts[random.nextInt(parts.length)] = STRANGERS.get(random.nextInt(STRANGERS.size()));
        }
        var reading = Read.body(String.join("", parts));
        assertThat(Read.elements(reading)).isPositive();
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
}
