package earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandshakeTest {
    private static final String GOOD =
            "hub.mode=subscribe&hub.verify_token=" + Stage.TOKEN + "&hub.challenge=";

    private final Stage stage = new Stage();

    @Test
    void theChallengeComesBackAsItWasSentDecodedOnce() {
        var answer = stage.get(GOOD + "%3Cscript%3E%2541+%C3%A4");
        assertThat(answer.integer("statusCode")).isEqualTo(200);
        assertThat(answer.text("body")).isEqualTo("<script>%41 \u00e4");
        assertThat(answer.get("headers").text("content-type"))
                .isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.get("headers").text("x-content-type-options")).isEqualTo("nosniff");
        assertThat(stage.queues).isEmpty();
    }

    @Test
    void leadingZerosOfAChallengeStay() {
        assertThat(stage.get(GOOD + "0011").text("body")).isEqualTo("0011");
    }

    @Test
    void encodedNamesAndASecondLiveTokenServe() {
        stage.with("TOKEN", "other," + Stage.TOKEN);
        assertThat(stage.get(GOOD.replace("hub.", "hub%2E") + "1").text("body")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=BAD&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=&hub.challenge=echo",
                "hub.mode=unsubscribe&hub.verify_token=own-token-one&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=own-token-one",
                "hub.verify_token=own-token-one&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=own-token-one&hub.verify_token=BAD"
                        + "&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=own-token-one&hub.challenge=echo"
                        + "&hub.challenge=echo",
                "hub.mode=subscribe&hub.mode=subscribe&hub.verify_token=own-token-one"
                        + "&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=OWN-TOKEN-ONE&hub.challenge=echo",
                "hub.mode=subscribe&hub.verify_token=own-token-one&hub.challenge=echo%",
                "hub.mode=subscribe&hub.verify_token=own-token-one&hub.challenge=echo%ff",
                "hub_mode=subscribe&hub_verify_token=own-token-one&hub_challenge=echo"
            })
    void anythingElseIsForbiddenAndNothingIsEchoed(String query) {
        var answer = stage.get(query);
        assertThat(answer.integer("statusCode")).isEqualTo(403);
        assertThat(answer.text("body")).isEmpty();
    }

    @Test
    void aLongChallengeIsABadRequestWhoeverAsks() {
        assertThat(stage.get(GOOD + "A".repeat(256)).integer("statusCode")).isEqualTo(200);
        assertThat(stage.get(GOOD + "A".repeat(257)).integer("statusCode")).isEqualTo(400);
        assertThat(stage.get("hub.challenge=" + "A".repeat(8000)).integer("statusCode"))
                .isEqualTo(400);
    }

    @Test
    void aHandshakeIsLoggedWithoutItsToken() {
        stage.get(GOOD + "1");
        stage.get("hub.mode=subscribe&hub.verify_token=hunter2&hub.challenge=1");
        assertThat(stage.log())
                .contains("\"handshakes\":1")
                .contains("\"handshakesRefused\":1")
                .doesNotContain(Stage.TOKEN)
                .doesNotContain("hunter2");
    }

    @Test
    void aNetworkThatDoesNotAskIsNotAnswered() {
        var greeting = new HandshakeAnswer(new Handshake.None(), new Settings(Map.of()));
        assertThat(greeting.answer(GOOD + "1").status()).isEqualTo(405);
        assertThat(greeting.methods()).isEqualTo("POST");
    }
}
