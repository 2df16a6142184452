package earshot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RenewedTest {
    private static final String NAME = "EARSHOT_FACEBOOK_APP_SECRET";
    private static final String DENIED =
            """
            {"__type":"AccessDeniedException","Message":"User: hunter2 is not authorized"}""";

    private final List<String> log = new ArrayList<>();
    private final Ticking clock = new Ticking();
    private SecretsServer server;

    @BeforeEach
    void start() throws IOException {
        server = SecretsServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Renewed<List<LiveSecret>> renewed(Map<String, String> more) {
        var environment = new HashMap<>(server.environment());
        environment.putAll(more);
        return Renewed.of(environment, clock, log::add, settings -> settings.secrets(NAME));
    }

    private Renewed<List<LiveSecret>> renewed() {
        return renewed(Map.of());
    }

    private static List<LiveSecret> live(String... values) {
        return List.of(values).stream()
                .map(value -> new LiveSecret(new Secret(value), null))
                .toList();
    }

    @Test
    void oneSignedRequestAsksForTheSecretByItsArn() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        assertThat(renewed().get()).isEqualTo(live("one"));
        assertThat(server.calls).hasSize(1);
        assertThat(server.calls.getFirst().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("POST /"),
                        line -> assertThat(line).isEqualTo("secretsmanager.GetSecretValue"),
                        line -> assertThat(line).isEqualTo("application/x-amz-json-1.1"),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260203"
                                                        + "/eu-west-1/secretsmanager/aws4_request,"),
                        line -> assertThat(line).isEqualTo("token"),
                        line ->
                                assertThat(line)
                                        .isEqualTo("{\"SecretId\":\"" + SecretsServer.ARN + "\"}"));
    }

    @Test
    void anAccountsMemberIsAnAccountsSecret() {
        server.holds("{\"APP_SECRET\":\"set-me\",\"APP_SECRET__42\":\"own\",\"OTHER\":\"\"}");
        assertThat(renewed().get()).containsExactly(new LiveSecret(new Secret("own"), "42"));
    }

    @Test
    void aVariableOfTheEnvironmentGoesBefore() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        assertThat(renewed(Map.of(NAME, "mine")).get()).isEqualTo(live("mine"));
    }

    @Test
    void aPlaceholderIsRefusedByNameWithWhereToMendIt() {
        server.holds("{\"APP_SECRET\":\"set-me\"}");
        var renewed = renewed();
        assertThatThrownBy(renewed::get)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(NAME + " still has its placeholder set-me.")
                .hasMessageContaining("./earshot secrets set facebook");
    }

    @Test
    void aSecretThatIsSetAfterwardsIsTakenAtTheNextCall() {
        server.holds("{\"APP_SECRET\":\"set-me\"}");
        var renewed = renewed();
        assertThatThrownBy(renewed::get).isInstanceOf(SettingsException.class);
        server.holds("{\"APP_SECRET\":\"one\"}");
        assertThat(renewed.get()).isEqualTo(live("one"));
    }

    @Test
    void aNewValueArrivesAfterFiveMinutesAndNotBefore() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        var renewed = renewed();
        assertThat(renewed.get()).isEqualTo(live("one"));
        server.holds("{\"APP_SECRET\":\"one,two\"}");
        clock.tick(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(renewed.get()).isEqualTo(live("one"));
        assertThat(server.calls).hasSize(1);
        clock.tick(Duration.ofSeconds(1));
        assertThat(renewed.get()).isEqualTo(live("one", "two"));
        assertThat(renewed.get()).isEqualTo(live("one", "two"));
        assertThat(server.calls).hasSize(2);
        assertThat(log).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotMadeAgain() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        var renewed = renewed();
        var first = renewed.get();
        clock.tick(Renewed.LASTS);
        assertThat(renewed.get()).isSameAs(first);
        assertThat(server.calls).hasSize(2);
    }

    @Test
    void anUnreachableStoreLeavesTheValuesAtHandAndIsAskedAgainAfterAMinute() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        var renewed = renewed();
        renewed.get();
        server.answers(500, "{\"__type\":\"InternalServiceError\"}");
        clock.tick(Renewed.LASTS);
        assertThat(renewed.get()).isEqualTo(live("one"));
        assertThat(renewed.get()).isEqualTo(live("one"));
        assertThat(server.calls).hasSize(2);
        assertThat(log)
                .containsExactly(
                        "The secrets at hand are kept. Secrets Manager answered 500"
                                + " InternalServiceError");
        server.holds("{\"APP_SECRET\":\"two\"}");
        clock.tick(Renewed.PAUSE);
        assertThat(renewed.get()).isEqualTo(live("two"));
    }

    @Test
    void aNewValueThatIsFaultyLeavesTheValuesAtHand() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        var renewed = renewed();
        renewed.get();
        server.holds("{\"APP_SECRET\":\"set-me\"}");
        clock.tick(Renewed.LASTS);
        assertThat(renewed.get()).isEqualTo(live("one"));
        assertThat(log).singleElement().asString().contains(NAME, "set-me");
    }

    @Test
    void aSecretThatMayNotBeReadStopsTheFunctionAndNamesTheSecret() {
        server.answers(400, DENIED);
        var renewed = renewed();
        assertThatThrownBy(renewed::get)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(SecretsServer.ARN)
                .hasMessageContaining("400 AccessDeniedException")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "[\"hunter2\"]", "{\"APP_SECRET\":{\"a\":\"hunter2\"}}", ""})
    void aSecretOfAnotherShapeIsRefusedAndNeverShown(String text) {
        server.holds(text);
        var renewed = renewed();
        assertThatThrownBy(renewed::get)
                .isInstanceOf(SettingsException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    }

    @Test
    void withoutASecretTheEnvironmentIsAllAndIsReadOnce() {
        var environment = Map.of(NAME, "mine");
        var renewed = Renewed.of(environment, clock, log::add, settings -> settings.secrets(NAME));
        var first = renewed.get();
        clock.tick(Renewed.LASTS);
        assertThat(renewed.get()).isSameAs(first).isEqualTo(live("mine"));
    }

    @Test
    void withoutASecretAFaultIsToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                Renewed.of(
                                        Map.of(), clock, log::add, settings -> settings.text(NAME)))
                .hasMessageContaining(NAME + " is missing");
    }

    @Test
    void aSnapshotHoldsNoSecretAndItsCredentialsComeLater() {
        server.holds("{\"APP_SECRET\":\"one\"}");
        var environment = new HashMap<>(server.environment());
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.remove("AWS_SECRET_ACCESS_KEY");
        var later =
                software.amazon.awssdk.identity.spi.AwsCredentialsIdentity.create("LATER", "key");
        var renewed =
                Renewed.of(
                        environment,
                        () -> later,
                        clock,
                        log::add,
                        settings -> settings.secrets(NAME));
        assertThat(server.calls).isEmpty();
        assertThat(renewed.get()).isEqualTo(live("one"));
        assertThat(server.calls.getFirst()).contains("Credential=LATER/");
    }

    /** Noon of a day, until it is told otherwise. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-02-03T12:00:00Z");

        void tick(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
