package earshot.domain.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyPartTest {
    @Example
    void plainCharactersStayAndOthersArePercentEncoded() {
        assertThat(KeyPart.of("AZaz09._/@+=,-")).isEqualTo("AZaz09._/@+=,-");
        assertThat(KeyPart.of("a b~c:d%#\u00e9")).isEqualTo("a%20b%7Ec%3Ad%25%23%C3%A9");
    }

    @Example
    void anIdThatReadsLikeACutOneDoesNotMeetTheLongerOne() {
        var cut = KeyPart.of("x".repeat(300));
        assertThat(cut).hasSize(150 + 3 + 32).contains("%7E");
        assertThat(KeyPart.of(cut.replace("%7E", "~"))).isNotEqualTo(cut);
    }

    @Example
    void halvesOfSurrogatePairsDoNotMeet() {
        assertThat(KeyPart.of("\ud800")).isEqualTo("%ED%A0%80").isNotEqualTo(KeyPart.of("?"));
        assertThat(KeyPart.of("\udfff")).isEqualTo("%ED%BF%BF");
        assertThat(KeyPart.of("\ud83d\ude00")).isEqualTo("%F0%9F%98%80");
        assertThat(KeyPart.of("\ud83d\ude00\ud83d")).isEqualTo("%F0%9F%98%80%ED%A0%BD");
    }

    @Property(tries = 500)
    void aSpellingIsShortAndWholeAndItsOwn(@ForAll("sets") Set<String> ids) {
        Map<String, String> spelled = new HashMap<>();
        for (var id : ids) {
            var part = KeyPart.of(id);
            assertThat(part.length()).isLessThanOrEqualTo(200);
            assertThat(part).matches("([A-Za-z0-9._/@+=,-]|%[0-9A-F]{2})*");
            assertThat(spelled.put(part, id)).isNull();
        }
    }

    @Provide
    Arbitrary<Set<String>> sets() {
        return ids().set().ofMaxSize(8);
    }

    /**
     * Ids that share much, around the length at which a spelling is cut, and some cut spellings.
     */
    private static Arbitrary<String> ids() {
        var letters = Arbitraries.of("x", "~", "\u00e9", "%", "\ud800", "?", "\ud83d\ude00", "0");
        var tails = letters.list().ofMaxSize(40).map(parts -> String.join("", parts));
        var heads = Arbitraries.integers().between(0, 210).map("x"::repeat);
        var plain = heads.flatMap(head -> tails.map(tail -> head + tail));
        return Arbitraries.oneOf(plain, plain.map(id -> KeyPart.of(id).replace("%7E", "~")));
    }
}
