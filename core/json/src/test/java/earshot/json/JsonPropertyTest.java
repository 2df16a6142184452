package earshot.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class JsonPropertyTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadBackAsItWas(@ForAll("trees") Json tree) {
        var written = tree.write();
        assertThat(Json.parse(written.getBytes(US_ASCII))).isEqualTo(tree);
        assertThat(written.chars()).allMatch(c -> c >= ' ' && c <= '~');
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefusedAndNothingElse(@ForAll byte[] bytes) {
        try {
            assertThat(Json.parse(bytes)).isNotNull();
        } catch (JsonException refused) {
            assertThat(refused.position()).isLessThanOrEqualTo(bytes.length);
        }
    }

    @Provide
    Arbitrary<Json> trees() {
        return trees(3);
    }

    private static Arbitrary<Json> trees(int depth) {
        var text = Arbitraries.chars().all().list().ofMaxSize(12).map(JsonPropertyTest::join);
        var decimals =
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.TEN.pow(40))
                        .ofScale(9);
        Arbitrary<Json> leaves =
                Arbitraries.oneOf(
                        text.map(JsonString::new),
                        Arbitraries.longs().map(Json::of),
                        decimals.map(d -> new JsonNumber(d.toString())),
                        Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL));
        if (depth == 0) {
            return leaves;
        }
        var inner = trees(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(3).map(JsonArray::new),
                Arbitraries.maps(text, inner).ofMaxSize(3).map(JsonObject::new));
    }

    private static String join(List<Character> chars) {
        var out = new StringBuilder();
        chars.forEach(out::append);
        return out.toString();
    }
}
