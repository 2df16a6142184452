package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.settings.Secret;
import earshot.settings.Settings;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The schemes of X and of WebSub, and that X's handshake signs nothing for anybody. */
final class SchemesTest {
    private static final String SECRET = "own-secret-one-0123456789";
    private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);
    private static final Settings SETTINGS =
            new Settings(Map.of("SECRET", "older-secret," + SECRET));

    private final SignatureCheck x = new SignatureCheck(new Signature.XSha256("SECRET"), SETTINGS);
    private final SignatureCheck webSub =
            new SignatureCheck(new Signature.WebSub("SECRET"), SETTINGS);

    @Test
    void xSignsInBase64ByAnyLiveSecret() {
        var code = Base64.getEncoder().encodeToString(Hmac.SHA256.of(SECRET.getBytes(UTF_8), BODY));
        assertThat(judgedX("sha256=" + code, BODY)).isInstanceOf(Verdict.Proved.class);
        var last = code.charAt(42);
        for (var bad :
                List.of(
                        code,
                        "sha256=" + code.substring(0, 43),
                        "sha256=" + code + "=",
                        "sha256=" + code + ",sha256=" + code,
                        "sha256=" + code.substring(0, 42) + (char) (last + 1) + "=",
                        "sha1=" + code,
                        "sha256=")) {
            assertThat(judgedX(bad, BODY)).as(bad).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void aHubMaySignByAnyMethodOfTheSpecificationAndNoOther() {
        for (var mac : Hmac.values()) {
            var code = HexFormat.of().formatHex(mac.of(SECRET.getBytes(UTF_8), BODY));
            var name = mac.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(judgedHub(name + "=" + code)).isInstanceOf(Verdict.Proved.class);
            for (var bad :
                    List.of(
                            code,
                            "md5=" + code,
                            name + "=" + code.toUpperCase(java.util.Locale.ROOT),
                            name + "=" + code + "," + name + "=" + code,
                            name + "=" + code.substring(2),
                            name + "=" + code + "00")) {
                assertThat(judgedHub(bad)).as(bad).isInstanceOf(Verdict.Refused.class);
            }
        }
        assertThat(webSub.judge(Map.of(), BODY)).isInstanceOf(Verdict.Refused.class);
        assertThat(new Signature.WebSub("HUB").refusal()).isEqualTo(200);
        assertThat(new Signature.XSha256("X").refusal()).isEqualTo(401);
    }

    /** Whatever the handshake signs is refused as a delivery, whoever asked for it. */
    @Property
    void noAnswerOfTheHandshakeProvesADelivery(
            @ForAll
                    @StringLength(min = 0, max = 300)
                    @CharRange(from = '!', to = '~')
                    @Chars({' ', '{', '}', '"', '[', ']', '\n'})
                    String token) {
        var answer = crc(token);
        if (answer.status() != 200) {
            assertThat(answer.body()).doesNotContain("sha256");
            return;
        }
        var signature =
                String.valueOf(
                        earshot.json.Json.parse(answer.body().getBytes(UTF_8))
                                .text("response_token"));
        assertThat(judgedX(signature, token.getBytes(UTF_8))).isInstanceOf(Verdict.Refused.class);
    }

    /** The same, of tokens that are answered for sure. */
    @Property
    void noAnsweredTokenProvesADelivery(
            @ForAll
                    @StringLength(min = 1, max = 256)
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = 'a', to = 'z')
                    @Chars({'-', '_', '+', '/', '='})
                    String token) {
        var answer = crc(token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("sha256=");
        noAnswerOfTheHandshakeProvesADelivery(token);
    }

    @Test
    void aTopicIsAskedForByWhoeverKnowsTheSecretAndForItselfAlone() {
        var topic = new WebSubTopic("https://network.example/feed");
        var asked = topic.asked(new Secret(SECRET));
        assertThat(topic.isAsked(new Secret(SECRET), asked)).isTrue();
        assertThat(topic.isAsked(new Secret("another"), asked)).isFalse();
        assertThat(new WebSubTopic("https://network.example/").isAsked(new Secret(SECRET), asked))
                .isFalse();
    }

    private Verdict judgedX(String header, byte[] body) {
        return x.judge(Map.of("x-twitter-webhooks-signature", header), body);
    }

    private Verdict judgedHub(String header) {
        return webSub.judge(Map.of("x-hub-signature", header), BODY);
    }

    private static Answer crc(String token) {
        var query = "crc_token=" + HexFormat.of().withPrefix("%").formatHex(token.getBytes(UTF_8));
        return new HandshakeAnswer(
                        new Handshake.Crc("SECRET"), new Settings(Map.of("SECRET", SECRET)))
                .answer(query);
    }
}
