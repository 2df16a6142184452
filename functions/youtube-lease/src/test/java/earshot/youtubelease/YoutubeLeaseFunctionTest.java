package earshot.youtubelease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.casebook.CaseTable;
import earshot.casebook.Pauses;
import earshot.json.Json;
import earshot.settings.SettingsException;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import earshot.youtubelease.FakeHub.Mood;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalCloudExtension.class)
class YoutubeLeaseFunctionTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OURS = "UCseelundferries2026xyzw";
    private static final String OTHER = "UCseelundbicycles26xyz-_";
    private static final String SECRET = "EARSHOT_YOUTUBE_HUB_SECRET";

    private final MovableClock clock = MovableClock.at(NOON);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LocalCloud cloud;
    private FakeHub hub;

    YoutubeLeaseFunctionTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.hub = new FakeHub(clock, Map.of(SECRET, "one"));
    }

    @BeforeEach
    void empty() {
        cloud.reset();
        clock.moveTo(NOON);
        names(OURS);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aChannelOfThePolicyIsSubscribedToAsTheSpecificationHasIt() {
        run(function());

        assertThat(hub.pushes(OURS)).isTrue();
        assertThat(hub.secret(OURS)).isEqualTo("one");
        assertThat(hub.asked())
                .singleElement()
                .satisfies(
                        form -> {
                            assertThat(form)
                                    .containsEntry("hub.mode", "subscribe")
                                    .containsEntry("hub.topic", FakeHub.topic(OURS))
                                    .containsEntry("hub.lease_seconds", "864000")
                                    .containsEntry("hub.verify", "sync");
                            assertThat(form.get("hub.callback"))
                                    .matches(FakeHub.CALLBACK + "[?]asked=[0-9a-f]{64}");
                        });
        assertThat(lastLine().text("decision")).isEqualTo("accepted");
        assertThat(lastLine().integer("leaseHours")).isEqualTo(120);
    }

    @Test
    void itIsRenewedADayAfterTheHubAgreedAndNotBefore() {
        var function = function();
        run(function);
        for (int hours = 1; hours < 24; hours++) {
            clock.advance(HOUR);
            run(function);
        }
        assertThat(hub.asked()).hasSize(1);
        assertThat(lastLine().text("decision")).isEqualTo("kept");
        assertThat(lastLine().integer("leaseHours")).isEqualTo(97);

        clock.advance(HOUR);
        run(function);
        assertThat(hub.asked()).hasSize(2);
    }

    @Test
    void aHubThatVerifiesLaterIsTakenAtItsWordAndAskedAgainTheNextDay() {
        hub.becomes(Mood.ACCEPTS_AND_VERIFIES_LATER);
        run(function());
        assertThat(lastLine().text("status")).isEqualTo("202");
        assertThat(lastLine().text("decision")).isEqualTo("accepted");
    }

    @Test
    void aHubThatIsAwayForDaysIsAskedAtMostEverySixHoursAndNothingLapses() {
        var function = function();
        run(function);
        clock.advance(Duration.ofDays(1));
        hub.becomes(Mood.IS_BUSY);
        for (int hours = 0; hours < 72; hours++) {
            run(function);
            assertThat(hub.pushes(OURS)).isTrue();
            clock.advance(HOUR);
        }
        // Hourly while the pause is less than that, then after 2, 3 and each 6 hours.
        assertThat(hub.asked().size() - 1).isBetween(12, 18);
        assertThat(lastLine().integer("leaseHours")).isLessThan(48);
        assertThat(lastLine().integer("failures")).isPositive();

        hub.becomes(Mood.VERIFIES);
        for (int hours = 0; hours < 6; hours++) {
            run(function);
            clock.advance(HOUR);
        }
        assertThat(lastLine().integer("failures")).isZero();
        assertThat(lastLine().integer("leaseHours")).isGreaterThan(100);
    }

    @Test
    void afterAnOutageThatOutlivesTheLeaseItIsSubscribedToAgain() {
        var function = function();
        run(function);
        hub.becomes(Mood.IS_BUSY);
        for (int hours = 0; hours < 8 * 24; hours += 3) {
            clock.advance(HOUR.multipliedBy(3));
            run(function);
        }
        assertThat(hub.pushes(OURS)).isFalse();
        assertThat(lastLine().integer("leaseHours")).isZero();

        hub.becomes(Mood.VERIFIES);
        for (int hours = 0; hours < 6; hours++) {
            clock.advance(HOUR);
            run(function);
        }
        assertThat(hub.pushes(OURS)).isTrue();
    }

    @Test
    void ofAnAnswerThatNeverCameNobodyKnowsAndItIsAskedAgain() {
        hub.becomes(Mood.HANGS_UP);
        run(function());
        assertThat(lastLine().text("decision")).isEqualTo("failed");
        hub.becomes(Mood.VERIFIES);
        clock.advance(HOUR);
        run(function());
        assertThat(lastLine().text("decision")).isEqualTo("accepted");
    }

    /** The hub that does not answer stands for a function that stops before it asks. */
    @ParameterizedTest
    @CsvSource({
        "0, VERIFIES", "1, VERIFIES", "2, VERIFIES", "3, VERIFIES", "4, VERIFIES", "5, VERIFIES",
        "0, IS_AWAY", "1, IS_AWAY", "2, IS_AWAY", "3, IS_AWAY", "4, IS_AWAY", "5, IS_AWAY"
    })
    void stoppedBetweenAnyTwoCallsItIsSubscribedToInTheNextHour(int calls, Mood mood) {
        hub.becomes(mood);
        CallTap.endsWithin(calls, () -> function().handle("stopped"));
        hub.becomes(Mood.VERIFIES);
        clock.advance(HOUR);
        run(function());
        assertThat(hub.pushes(OURS)).isTrue();
    }

    @Test
    void stoppedAtAnyPlaceForWeeksNoChannelIsEverWithoutItsPushes() {
        names(OURS, OTHER);
        var function = function();
        run(function);
        var random = new Random(7);
        for (int hours = 0; hours < 8 * 24; hours += 3) {
            clock.advance(HOUR.multipliedBy(3));
            hub.becomes(random.nextInt(3) == 0 ? Mood.IS_AWAY : Mood.VERIFIES);
            CallTap.endsWithin(random.nextInt(9), () -> function.handle("h" + clock.instant()));
            assertThat(hub.pushes(OURS)).isTrue();
            assertThat(hub.pushes(OTHER)).isTrue();
        }
    }

    @Test
    void whilePausedItAsksNothingAndSaysSo() {
        var pauses = new CaseTable(cloud.dynamoDb(), cloud.table()).pauses();
        pauses.put(new Pauses.Pause("youtube-lease", NOON.plus(HOUR), "ann"));
        run(function());
        assertThat(hub.asked()).isEmpty();
        assertThat(lastLine().text("reason")).isEqualTo("paused");
        clock.moveTo(NOON.plus(HOUR));
        run(function());
        assertThat(hub.pushes(OURS)).isTrue();
    }

    @Test
    void oneInvocationAtATimeHoldsAChannel() {
        var cursors = new CaseTable(cloud.dynamoDb(), cloud.table()).cursors();
        assertThat(cursors.take("youtube-lease", OURS, "another", NOON, HOUR)).isPresent();
        run(function());
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void aChannelThatIsNewIsAskedForAtOnceAndOneThatLeftIsLeftToLapse() {
        var function = function();
        run(function);
        names(OTHER);
        clock.advance(HOUR);
        run(function);
        assertThat(hub.pushes(OTHER)).isTrue();
        assertThat(hub.asked()).hasSize(2);
        clock.advance(Duration.ofDays(5));
        run(function);
        assertThat(hub.pushes(OURS)).isFalse();
    }

    @Test
    void aSecretThatIsReplacedIsTheHubsWithinTheHour() {
        run(function());
        hub.close();
        hub = new FakeHub(clock, Map.of(SECRET, "two,one"));
        clock.advance(HOUR);
        run(function(Map.of(SECRET, "two,one")));
        assertThat(hub.secret(OURS)).isEqualTo("two");
    }

    @Test
    void aChannelsOwnSecretGoesBeforeTheOneForAll() {
        var secrets = Map.of(SECRET, "one", SECRET + "__" + OURS, "its-own");
        hub.close();
        hub = new FakeHub(clock, secrets);
        run(function(secrets));
        assertThat(hub.secret(OURS)).isEqualTo("its-own");
    }

    @Test
    void aCallbackThatTheWebhookRefusesIsAFailure() {
        run(function(Map.of(SECRET, "guess")));
        assertThat(hub.pushes(OURS)).isFalse();
        assertThat(lastLine().text("status")).isEqualTo("answered 409");
    }

    @Test
    void whatIsNoChannelsIdIsNamedAndAskedForNowhere() {
        names("@seelundferries");
        run(function());
        assertThat(hub.asked()).isEmpty();
        assertThat(lastLine().text("reason")).isEqualTo("an account that is no channel's id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://localhost:8080/webhooks/youtube", "http://127.0.0.1:8080/x"})
    void whereNoHubCanReachUsNothingIsAskedAndThatIsSaid(String callback) {
        run(function(Map.of("EARSHOT_YOUTUBE_CALLBACK", callback)));
        assertThat(hub.asked()).isEmpty();
        assertThat(lastLine().text("reason")).isEqualTo("no callback that a hub could reach");
    }

    @Test
    void aSecretThatNoHubTakesStopsTheFunction() {
        assertThatThrownBy(() -> function(Map.of(SECRET, "x".repeat(200))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(SECRET)
                .hasMessageContaining("200 bytes");
    }

    @Test
    void noLineHoldsTheSecretOrTheToken() {
        run(function(Map.of(SECRET, "one")));
        var token = hub.asked().getFirst().getOrDefault("hub.callback", "").replaceFirst(".*=", "");
        var state =
                new CaseTable(cloud.dynamoDb(), cloud.table())
                        .cursors()
                        .take("youtube-lease", OURS, "later", clock.instant(), HOUR)
                        .orElseThrow()
                        .state()
                        .write();
        assertThat(out.toString(UTF_8) + state).doesNotContain(token).doesNotContain("\"one\"");
    }

    private YoutubeLeaseFunction function() {
        return function(Map.of());
    }

    private YoutubeLeaseFunction function(Map<String, String> more) {
        var environment = new HashMap<>(cloud.environment());
        environment.put(SECRET, "one");
        environment.put("EARSHOT_YOUTUBE_CALLBACK", FakeHub.CALLBACK);
        environment.put("EARSHOT_YOUTUBE_HUB_URL", hub.address().toString());
        environment.putAll(more);
        return new YoutubeLeaseFunction(environment, clock, new PrintStream(out, true, UTF_8));
    }

    private void run(YoutubeLeaseFunction function) {
        function.handle("r" + clock.instant());
    }

    private Json lastLine() {
        return Json.parse(out.toString(UTF_8).lines().reduce("{}", (one, next) -> next));
    }

    private void names(String... channels) {
        var accounts =
                List.of(channels).stream()
                        .map("{network: youtube, account: \"%s\", team: care}"::formatted)
                        .toList();
        new CaseTable(cloud.dynamoDb(), cloud.table())
                .policies(clock)
                .push(policy(accounts), "test");
        // Functions look again after a minute.
        clock.advance(Duration.ofMinutes(2));
    }

    private static String policy(List<String> accounts) {
        return """
            zone: UTC
            accounts: %s
            teams: {care: {name: Care}, triage: {name: Triage}}
            fallback: team:triage
            calendars: {always: {week: {mon-sun: 00:00-24:00}}}
            ladders: {steps: [{at: due, to: team}]}
            slas:
              usual:
                calendar: always
                ladder: steps
                goals:
                  urgent: {first: 2 min, next: 2 min}
                  high: {first: 5 min, next: 5 min}
                  normal: {first: 10 min, next: 10 min}
                  low: {first: 20 min, next: 20 min}
            sla: usual
            """
                .formatted(accounts);
    }
}
