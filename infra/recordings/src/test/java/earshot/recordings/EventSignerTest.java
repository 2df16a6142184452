package earshot.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.recordings.EventSigner.Signing;
import earshot.webhook.Signature;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The codes are openssl's, of the body {@code {"a":1}} and the key {@code one}. */
class EventSignerTest {
    private static final String SHA1 = "145b24023bb8257ee00b5c753b95cf0fa3589177";
    private static final String SHA256 =
            "e79be63e110f0c08969f5b4df3f8cfa79349f9b03758c28822fb8bda8cb6d312";
    private static final String SHA256_BASE64 = "55vmPhEPDAiWn1tN8/jPp5NJ+bA3WMKIIvuL2oy20xI=";
    private static final RecordedCall CALL =
            RecordedCall.post("/webhooks/feeds", "{\"a\":1}".getBytes(UTF_8));

    /** Two settings that end alike: which one signs is what the signature names. */
    private final EventSigner signer =
            new EventSigner(
                    Map.of(
                            "EARSHOT_BLOG_WEBMENTION_SECRET", "another",
                            "EARSHOT_BLOG_HUB_SECRET", "one, two",
                            "EARSHOT_FEEDS_HUB_SECRET", "of no network"));

    private String header(Signature signature, RecordedCall call, String name) {
        return signer.sign(signature, call).orThrow().header(name);
    }

    @Test
    void eachSchemeIsSignedWithTheFirstValueOfTheSettingThatItNames() {
        var key = "EARSHOT_BLOG_HUB_SECRET";

        assertThat(header(new Signature.HubSha256(key), CALL, "x-hub-signature-256"))
                .isEqualTo("sha256=" + SHA256);
        assertThat(header(new Signature.XSha256(key), CALL, "x-twitter-webhooks-signature"))
                .isEqualTo("sha256=" + SHA256_BASE64);
        assertThat(header(new Signature.WebSub(key), CALL, "x-hub-signature"))
                .isEqualTo("sha256=" + SHA256);
    }

    @Test
    void aHubSignsByTheMethodThatItSignedByWhenItWasRecorded() {
        var recorded = CALL.withHeader("x-hub-signature", "sha1=00");

        assertThat(
                        header(
                                new Signature.WebSub("EARSHOT_BLOG_HUB_SECRET"),
                                recorded,
                                "x-hub-signature"))
                .isEqualTo("sha1=" + SHA1);
    }

    @Test
    void withoutItsSecretACallCannotBeSigned() {
        var signing = signer.sign(new Signature.HubSha256("EARSHOT_CHIRPER_APP_SECRET"), CALL);

        assertThat(signing)
                .isEqualTo(new Signing.Impossible("EARSHOT_CHIRPER_APP_SECRET is not set"));
        assertThatThrownBy(signing::orThrow).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aForgeryHasTheRightShapeAndAnotherCode() {
        var forged =
                signer.forge(new Signature.HubSha256("EARSHOT_BLOG_HUB_SECRET"), CALL)
                        .orThrow()
                        .header("x-hub-signature-256");

        assertThat(forged).matches("sha256=[0-9a-f]{64}").isNotEqualTo("sha256=" + SHA256);
    }
}
