package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1449135003|2015-12-03T09:30:03Z",
                "\"1527459824\"|2018-05-27T22:23:44Z",
                "1457764198246|2016-03-12T06:29:58.246Z",
                "\"1457764198246\"|2016-03-12T06:29:58.246Z",
                "99999999999|5138-11-16T09:46:39Z",
                "100000000000|1973-03-03T09:46:40Z",
                "253402300800000|9999-12-31T23:59:59.999Z",
                "9223372036854775807|9999-12-31T23:59:59.999Z",
                "\"2026-11-20T09:00:00+0000\"|2026-11-20T09:00:00Z",
                "\"2026-11-20T09:00:00+01:00\"|2026-11-20T08:00:00Z",
                "\"2026-11-20T09:00:00.123Z\"|2026-11-20T09:00:00.123Z",
            })
    void instantIsReadInEveryForm(String json, Instant expected) {
        assertThat(Instants.of(Json.parse(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"asdf\"",
                "0",
                "-1",
                "{}",
                "[1449135003]",
                "true",
                "1.5e9",
                "99999999999999999999",
                "\"\u0661\u0664\u0664\u0669\"",
                "\"2026-11-20\"",
                "\"2026-11-20T09:00:00\""
            })
    void whatIsNoInstantIsNone(String json) {
        assertThat(Instants.of(Json.parse(json))).isNull();
    }
}
