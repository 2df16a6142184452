package earshot.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    private static Json parse(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }

    @Test
    void absentIsNotNull() {
        var json = parse("{\"a\":null}");
        assertThat(json.get("a")).isEqualTo(JsonNull.NULL);
        assertThat(json.has("a")).isTrue();
        assertThat(json.get("b")).isEqualTo(JsonAbsent.ABSENT);
        assertThat(json.has("b")).isFalse();
        assertThat(json.get("b").get("c").items()).isEmpty();
    }

    @Test
    void idsKeepEveryDigitWhetherStringOrNumber() {
        var json = parse("{\"n\":17841405309211844999,\"s\":\"17841405309211844999\",\"f\":1.0}");
        assertThat(json.text("n")).isEqualTo("17841405309211844999").isEqualTo(json.text("s"));
        assertThat(json.text("f")).isNull();
        assertThat(json.integer("n")).isNull();
    }

    @Test
    void integersAreReadFromNumbersAndFromAsciiDigits() {
        var json = parse("[1700000000123,\"-5\",\"\u0661\",\"1e3\",\"\",\"-\",true,1.5]");
        assertThat(json.items().stream().map(Json::integer))
                .containsExactly(1700000000123L, -5L, null, null, null, null, null, null);
    }

    @Test
    void emptyTextIsNotNoText() {
        var json = parse("{\"e\":\"\",\"o\":{}}");
        assertThat(json.text("e")).isEmpty();
        assertThat(json.text("o")).isNull();
    }

    @Test
    void membersKeepTheirOrder() {
        var json = (JsonObject) parse("{\"z\":1,\"a\":2,\"m\":3}");
        assertThat(json.members().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "{\"a\":1,\"a\":1}", "{} {}", "[]x", "{\"t\":NaN}", "[Infinity]", "[01]",
                "[+1]", "[1.]", "['a']", "[1,]", "{\"a\":1", "// c\n[]", "\ufeff[]", "[\"\u0000\"]",
                "[1e1000]", "nul"
            })
    void whatIsNotStrictlyJsonIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> Json.parse("{}".getBytes(UTF_16)))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse(new byte[] {'{', 0, '}', 0}))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xe9, '"'}))
                .isInstanceOf(JsonException.class)
                .hasMessage("Not UTF-8 at 1");
        // A surrogate written as three bytes is not UTF-8.
        assertThatThrownBy(
                        () ->
                                Json.parse(
                                        new byte[] {
                                            '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'
                                        }))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xe2, (byte) 0x82}))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void sixtyFourLevelsAreReadAndOneMoreIsNot() {
        assertThat(parse("[".repeat(64) + "]".repeat(64)).items()).hasSize(1);
        assertThatThrownBy(() -> parse("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void numbersOfSixtyFourDigitsAreReadAndOneMoreIsNot() {
        assertThat(parse("9".repeat(64)).text()).hasSize(64);
        assertThatThrownBy(() -> parse("9".repeat(65))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> parse("0." + "9".repeat(65))).isInstanceOf(JsonException.class);
    }

    @Test
    void hostileBodiesAreRefusedAtOnce() {
        var bodies = List.of("{\"a\":".repeat(50_000), "{\"id\":" + "9".repeat(1_000_000) + "}");
        for (var body : bodies) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThatThrownBy(() -> parse(body)).isInstanceOf(JsonException.class));
        }
    }

    @Test
    void aFaultTellsThePlaceAndNotTheContent() {
        assertThatThrownBy(() -> parse("{\"a\": hunter2}"))
                .hasMessageMatching("Not JSON at [0-9]+")
                .hasNoCause();
    }

    @Test
    void whatIsWrittenIsAscii() {
        var json =
                Json.object()
                        .with("t", "\u00e4\ud83d\ude00\ud800\uffff\u0001\u007f\"\\/\n")
                        .with("n", 7)
                        .with("left out", (String) null)
                        .with("b", true)
                        .withTexts("l", List.of("x"))
                        .build();
        assertThat(json.write())
                .isEqualTo(
                        "{\"t\":\"\\u00e4\\ud83d\\ude00\\ud800\\uffff\\u0001\\u007f\\\"\\\\/\\n\","
                                + "\"n\":7,\"b\":true,\"l\":[\"x\"]}");
        assertThat(Json.parse(json.write())).isEqualTo(json);
    }

    @Test
    void anObjectWithOneMemberChangedKeepsItsOrderAndTheObjectItself() {
        var object = (JsonObject) parse("{\"a\":1,\"b\":2}");
        assertThat(object.with("a", Json.of(3)).write()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(object.with("c", Json.of(3)).write()).isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
        assertThat(object.write()).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void whatIsAbsentIsNeverWritten() {
        assertThatThrownBy(JsonAbsent.ABSENT::write).isInstanceOf(IllegalArgumentException.class);
    }
}
