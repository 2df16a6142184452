package earshot.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedWebhookTest {
    private static final String SECRET = "whsec_ZGV2ZWxvcG1lbnQtbm90aWNlLXNlY3JldA==";
    private static final Instant NOW = Decided.NOON;
    private static final Outcome DELIVERED = new Outcome.Delivered();

    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private static Outcome deliver(URI url, Duration budget) {
        var keys = SigningKeys.of(new Settings(Map.of("SECRET", SECRET)), "SECRET");
        var deadline = new Deadline.Budget(budget, System::nanoTime).begin();
        return new SignedWebhook(url, () -> keys).deliver("ntc_1", "{\"a\":1}", NOW, deadline);
    }

    private Outcome deliver() {
        return deliver(receiver.url(), Duration.ofSeconds(20));
    }

    @Test
    void aReceiverCanProveWhoSentIt() {
        assertThat(deliver()).isEqualTo(DELIVERED);
        var call = receiver.calls().getFirst();
        assertThat(call.body()).isEqualTo("{\"a\":1}");
        assertThat(call.headers())
                .containsEntry("webhook-id", "ntc_1")
                .containsEntry("webhook-timestamp", "1772452800")
                .containsEntry("content-type", "application/json");
        assertThat(call.isSignedWith(SECRET, NOW)).isTrue();
        var forged = "{\"a\":2}".getBytes(US_ASCII);
        assertThat(new Verifier(SECRET).accepts(call.headers(), forged, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aReceiverThatFailsOnceIsAskedAgainUnderTheSameId(int status) {
        receiver.answers(call -> call.number() == 1 ? status : 200);
        assertThat(deliver()).isEqualTo(DELIVERED);
        assertThat(receiver.calls())
                .extracting(Receiver.Call::id)
                .containsExactly("ntc_1", "ntc_1");
    }

    @Test
    void aReceiverThatGoesOnFailingIsAskedTwice() {
        receiver.answers(_ -> 503);
        assertThat(deliver()).isEqualTo(new Outcome.Refused("HTTP 503", true));
        assertThat(receiver.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 410})
    void aReceiverThatRefusesIsAskedOnceAndNeverFollowed(int status) {
        receiver.answers(_ -> status);
        assertThat(deliver()).isEqualTo(new Outcome.Refused("HTTP " + status, false));
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void nobodyWaitsForSilenceBeyondTheTimeThatIsLeft() {
        receiver.answers(_ -> Receiver.SILENCE);
        var began = System.nanoTime();
        var outcome = deliver(receiver.url(), Duration.ofMillis(900));
        assertThat(outcome).isEqualTo(new Outcome.Refused("HttpTimeoutException", true));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void nothingIsBegunWhenTheTimeIsOver() {
        assertThat(deliver(receiver.url(), Duration.ofMillis(50)))
                .isEqualTo(new Outcome.Refused("no time left", false));
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void aReceiverThatIsNotThereIsAFailureThatMayPass() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(deliver(URI.create("http://127.0.0.1:" + free + "/"), Duration.ofSeconds(20)))
                .isEqualTo(new Outcome.Refused("ConnectException", true));
    }
}
