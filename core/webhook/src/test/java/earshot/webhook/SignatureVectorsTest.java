package earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.settings.Settings;
import earshot.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Published and made vectors of the recorded corpus, bodies that Meta itself signed among them. */
@EnabledIfEnvironmentVariable(
        named = "EARSHOT_CORPUS",
        matches = ".+",
        disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
final class SignatureVectorsTest {
    private final Path corpus = Path.of(System.getenv("EARSHOT_CORPUS"));

    @TestFactory
    Stream<DynamicTest> everyHubCaseIsJudgedAsItShould() throws IOException {
        return Files.readAllLines(corpus.resolve("hostile/signatures.jsonl")).stream()
                .map(line -> Json.parse(line))
                .filter(vector -> "hub256".equals(vector.text("scheme")))
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        String.valueOf(vector.text("id")), () -> check(vector)));
    }

    private static void check(Json vector) {
        List<String> secrets = new ArrayList<>();
        vector.items("secrets").forEach(secret -> secrets.add(String.valueOf(secret.text())));
        if (secrets.contains("")) {
            assertThatThrownBy(() -> judge(vector, secrets)).isInstanceOf(SettingsException.class);
            return;
        }
        // Its signature is right: that an empty body is no event is for the reader to say.
        boolean signed = "own-hub-body-empty-sig-of-empty".equals(vector.text("id"));
        assertThat(judge(vector, secrets) instanceof Verdict.Proved)
                .isEqualTo(signed || Boolean.TRUE.equals(vector.flag("valid")));
    }

    private static Verdict judge(Json vector, List<String> secrets) {
        Map<String, String> headers = new HashMap<>();
        for (var header : ((JsonObject) vector.get("headers")).members().entrySet()) {
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT),
                    String.valueOf(header.getValue().text()));
        }
        var body = Base64.getDecoder().decode(String.valueOf(vector.text("body_b64")));
        return proof(String.join(",", secrets)).judge(headers, body);
    }

    @TestFactory
    Stream<DynamicTest> everySignatureOverARecordedBodyHolds() throws IOException {
        return Files.readAllLines(corpus.resolve("payloads/VECTORS-A.tsv")).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(row -> row.get(0).equals("meta"))
                .filter(row -> row.get(2).equals("X-Hub-Signature-256"))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(1),
                                        () -> {
                                            var file = row.get(1).replaceFirst(" .*", "");
                                            var body =
                                                    Files.readAllBytes(
                                                            corpus.resolve("payloads/" + file));
                                            checkRow(row, body);
                                        }));
    }

    private static void checkRow(List<String> row, byte[] body) {
        var secret =
                row.get(4).contains("secret ")
                        ? row.get(4).replaceFirst(".*secret ", "").replaceFirst("[^0-9a-f].*", "")
                        : "test_app_secret_0123456789";
        var headers = Map.of("x-hub-signature-256", row.get(3));
        assertThat(proof(secret).judge(headers, body)).isEqualTo(new Verdict.Proved(null));
        body[body.length / 2] ^= 1;
        assertThat(proof(secret).judge(headers, body)).isInstanceOf(Verdict.Refused.class);
    }

    /** A hub's four methods over YouTube's push and Blogger's feed. */
    @TestFactory
    Stream<DynamicTest> everySignatureOfAHubHolds() throws IOException {
        return Stream.concat(
                rows("VECTORS-A.tsv", "youtube")
                        .map(
                                row ->
                                        hub(
                                                row.get(1).replaceFirst(" .*", ""),
                                                row.get(3),
                                                "test_app_secret_0123456789")),
                rows("VECTORS-B.tsv", "websub")
                        .map(
                                row ->
                                        hub(
                                                row.get(4).replace("file bytes ", ""),
                                                row.get(2),
                                                row.get(3))));
    }

    private Stream<List<String>> rows(String file, String network) throws IOException {
        return Files.readAllLines(corpus.resolve("payloads").resolve(file)).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(row -> row.get(0).equals(network));
    }

    private DynamicTest hub(String file, String header, String secret) {
        return DynamicTest.dynamicTest(
                file + " " + header.replaceFirst("=.*", ""),
                () -> {
                    var body = Files.readAllBytes(corpus.resolve("payloads").resolve(file));
                    var headers = Map.of("x-hub-signature", header);
                    var proof = proof(new Signature.WebSub("SECRET"), secret);
                    assertThat(proof.judge(headers, body)).isEqualTo(new Verdict.Proved(null));
                    body[body.length / 2] ^= 1;
                    assertThat(proof.judge(headers, body)).isInstanceOf(Verdict.Refused.class);
                });
    }

    @TestFactory
    Stream<DynamicTest> everyWycheproofVectorIsJudgedAsItShould() throws IOException {
        var file = corpus.resolve("hostile/wycheproof/hmac_sha256_test.json");
        return Json.parse(Files.readAllBytes(file)).items("testGroups").stream()
                .filter(group -> Long.valueOf(256).equals(group.integer("tagSize")))
                .flatMap(group -> group.items("tests").stream())
                .map(test -> DynamicTest.dynamicTest("case " + test.text("tcId"), () -> mac(test)));
    }

    private static void mac(Json test) {
        var key = HexFormat.of().parseHex(String.valueOf(test.text("key")));
        var body = HexFormat.of().parseHex(String.valueOf(test.text("msg")));
        var mac = HexFormat.of().formatHex(Hmac.SHA256.of(key, body));
        assertThat(mac.equals(test.text("tag"))).isEqualTo("valid".equals(test.text("result")));
    }

    private static SignatureCheck proof(String secrets) {
        return proof(new Signature.HubSha256("SECRET"), secrets);
    }

    private static SignatureCheck proof(Signature signature, String secrets) {
        var settings = new Settings(Map.of("SECRET", secrets));
        var proof = new SignatureCheck(signature, settings);
        settings.orThrow();
        return proof;
    }
}
