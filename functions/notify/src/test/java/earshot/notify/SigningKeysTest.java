package earshot.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.settings.Settings;
import earshot.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningKeysTest {
    private static final String ONE = "whsec_" + encoded("one secret of twenty-five");
    private static final String TWO = "whsec_" + encoded("two secrets are one change");
    private static final Instant SENT = Instant.ofEpochSecond(1_700_000_000);
    private static final String BODY = "{\"a\":1}";

    private static String encoded(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(US_ASCII));
    }

    private static SigningKeys keys(String secrets) {
        var settings = new Settings(Map.of("SECRET", secrets));
        var keys = SigningKeys.of(settings, "SECRET");
        settings.orThrow();
        return keys;
    }

    private static List<Json> vectors() throws IOException {
        var folder = System.getenv("EARSHOT_CORPUS");
        assumeTrue(folder != null, "EARSHOT_CORPUS does not name the recorded corpus");
        return Files.readAllLines(Path.of(folder).resolve("hostile/signatures.jsonl")).stream()
                .map(line -> Json.parse(line))
                .filter(vector -> "stdwh".equals(vector.text("scheme")))
                .toList();
    }

    private static Map<String, String> headers(Json vector) {
        Map<String, String> headers = new HashMap<>();
        ((JsonObject) vector.get("headers"))
                .members()
                .forEach((name, value) -> headers.put(name, String.valueOf(value.text())));
        return headers;
    }

    private static byte[] body(Json vector) {
        return Base64.getDecoder().decode(String.valueOf(vector.text("body_b64")));
    }

    private static String secret(Json vector) {
        return String.valueOf(vector.items("secrets").getFirst().text());
    }

    private static Map<String, String> signed(String secrets) {
        var seconds = SENT.getEpochSecond();
        return Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", keys(secrets).sign("msg_1", seconds, BODY));
    }

    private static boolean accepts(String secret, String signedWith, Instant now) {
        return new Verifier(secret).accepts(signed(signedWith), BODY.getBytes(US_ASCII), now);
    }

    @Test
    void thePublishedVectorIsSignedAsItWasPublished() throws IOException {
        var published =
                vectors().stream()
                        .filter(vector -> "pub-standard-webhooks".equals(vector.text("id")))
                        .findFirst()
                        .orElseThrow();
        var headers = headers(published);
        var seconds = Long.parseLong(String.valueOf(headers.get("webhook-timestamp")));
        var signature =
                keys(secret(published))
                        .sign(
                                String.valueOf(headers.get("webhook-id")),
                                seconds,
                                new String(body(published), US_ASCII));
        assertThat(signature).isEqualTo(headers.get("webhook-signature"));
    }

    @Test
    void theVerifierOfTheseTestsJudgesEachRecordedCaseAsItShould() throws IOException {
        for (var vector : vectors()) {
            if (secret(vector).equals("whsec_")) {
                assertThatThrownBy(() -> keys(secret(vector)))
                        .isInstanceOf(SettingsException.class);
                continue;
            }
            var now = Instant.ofEpochSecond(Objects.requireNonNull(vector.integer("now")));
            assertThat(new Verifier(secret(vector)).accepts(headers(vector), body(vector), now))
                    .as(vector.text("id"))
                    .isEqualTo(vector.flag("valid"));
        }
    }

    @Test
    void aSignatureHoldsOnBothSidesOfTheToleranceAndNoFurther() {
        assertThat(accepts(ONE, ONE, SENT)).isTrue();
        assertThat(accepts(ONE, ONE, SENT.plusSeconds(300))).isTrue();
        assertThat(accepts(ONE, ONE, SENT.minusSeconds(300))).isTrue();
        assertThat(accepts(ONE, ONE, SENT.plusSeconds(301))).isFalse();
        assertThat(accepts(ONE, ONE, SENT.minusSeconds(301))).isFalse();
        assertThat(accepts(TWO, ONE, SENT)).isFalse();
    }

    @Test
    void twoLiveSecretsMakeTwoSignaturesAndEitherIsEnough() {
        var both = ONE + "," + TWO;
        assertThat(String.valueOf(signed(both).get("webhook-signature")).split(" ", -1)).hasSize(2);
        assertThat(accepts(ONE, both, SENT)).isTrue();
        assertThat(accepts(TWO, both, SENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "whsec_", "plain", "whsec_c2hvcnQ=", "whsec_not base64 not base64 not!"})
    void anUnusableSecretIsNamedAtStartAndNotShown(String secret) {
        assertThatThrownBy(() -> keys(secret))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SECRET")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
