package earshot.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The example is the one that standardwebhooks.com publishes for its libraries. */
class StandardWebhookTest {
    private static final StandardWebhook SCHEME =
            new StandardWebhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    @Test
    void aGenuineCallIsNotRefused() {
        assertThat(SCHEME.refusal(ID, "1614265330", SIGNATURE, BODY, SENT)).isEmpty();
        assertThat(SCHEME.refusal(ID, "1614265330", "v1,xx " + SIGNATURE, BODY, SENT)).isEmpty();
    }

    @Test
    void anotherBodyIdOrSignatureIsRefused() {
        assertThat(SCHEME.refusal(ID, "1614265330", SIGNATURE, new byte[0], SENT)).isPresent();
        assertThat(SCHEME.refusal("msg_x", "1614265330", SIGNATURE, BODY, SENT)).isPresent();
        assertThat(SCHEME.refusal(ID, "1614265330", "", BODY, SENT)).isPresent();
        assertThat(SCHEME.refusal(ID, "", SIGNATURE, BODY, SENT)).isPresent();
    }

    @Test
    void whatIsOverFiveMinutesOffIsRefusedEitherWay() {
        var late = SENT.plusSeconds(301);
        var early = SENT.minusSeconds(301);

        assertThat(SCHEME.refusal(ID, "1614265330", SIGNATURE, BODY, late)).isPresent();
        assertThat(SCHEME.refusal(ID, "1614265330", SIGNATURE, BODY, early)).isPresent();
        assertThat(SCHEME.refusal(ID, "1614265330", SIGNATURE, BODY, SENT.plusSeconds(300)))
                .isEmpty();
    }
}
