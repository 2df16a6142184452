package earshot.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import earshot.casebook.CaseTable;
import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.local.stack.FakeAccount;
import earshot.local.stack.Finding;
import earshot.local.text.UserFault;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalCloudExtension.class)
class DoctorTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final LocalCloud cloud;
    private final FakeAccount account;

    DoctorTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.account = new FakeAccount(cloud);
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        try (var site = account.site()) {
            int faults = new Doctor(Check.all(CLOCK)).look(site, findings::add);
            assertThat(findings).filteredOn(Finding::isFault).hasSize(faults);
        }
        return findings;
    }

    private List<String> faults() {
        return findings().stream().filter(Finding::isFault).map(Finding::toString).toList();
    }

    @Test
    void whereAllIsWellEveryThingHasALineThatSaysSo() {
        assertThat(findings())
                .noneMatch(Finding::isFault)
                .extracting(Finding::toString)
                .contains(
                        "ok     stack: CREATE_COMPLETE",
                        "ok     secret %s: APP_SECRET, VERIFY_TOKEN set"
                                .formatted(account.secret("facebook")),
                        "ok     secret %s: nobody asks for it without a NotifyUrl"
                                .formatted(account.secret("notify")),
                        "ok     table " + cloud.table() + ": answers, with 4 indexes",
                        "ok     policy: the one that ships; ./earshot policy push yours",
                        "ok     clocks: no step is overdue")
                .anyMatch(line -> line.matches("ok     function .*-router: has its settings"))
                .anyMatch(line -> line.matches("ok     queue .*-quarantine: empty"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void aSubscriptionThatEndsSoonAndAnAccountThatIsNotAskedAreFaults() {
        account.parameters.put("Youtube", "on");
        var now = CLOCK.instant();
        cursor("fine", now.plusSeconds(60), now.plus(Duration.ofDays(4)));
        cursor("ending", now.plusSeconds(60), now.plus(Duration.ofHours(47)));
        cursor("forgotten", now.minus(Duration.ofMinutes(16)), now.plus(Duration.ofDays(4)));
        assertThat(findings())
                .extracting(Finding::toString)
                .filteredOn(line -> line.contains("youtube-lease "))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("ok     youtube-lease fine"),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "fault  youtube-lease ending: the subscription"),
                        line ->
                                assertThat(line)
                                        .startsWith("fault  youtube-lease forgotten: was due"));
    }

    private void cursor(String account, Instant nextAt, Instant ends) {
        var cursors = new CaseTable(cloud.dynamoDb(), cloud.table()).cursors();
        var lease = Duration.ofSeconds(90);
        var held = cursors.take("youtube-lease", account, "test", nextAt, lease).orElseThrow();
        var state = Json.object().with("leaseEnds", Timestamp.of(ends)).build();
        assertThat(cursors.release(held, state, nextAt)).isTrue();
    }

    @Test
    void aPlaceholderIsAFaultWithTheCommandThatMendsIt() {
        account.secrets.put(
                account.secret("facebook"), "{\"APP_SECRET\":\"set-me\",\"VERIFY_TOKEN\":\"t\"}");
        assertThat(faults())
                .containsExactly(
                        "fault  secret %s: APP_SECRET not set. ./earshot secrets set facebook --stack earshot-test --region eu-west-1"
                                .formatted(account.secret("facebook")));
    }

    @Test
    void theSecretThatSignsNoticesIsAskedForWhereTheyAreSent() {
        account.parameters.put("NotifyUrl", "https://example.com/notices");
        account.function("notify").put("EARSHOT_NOTIFY_URL", "https://example.com/notices");
        assertThat(faults()).singleElement().asString().contains("/notify: SECRET not set");
    }

    @Test
    void aSecretThatIsGoneIsAFaultAndTheRestIsStillLookedAt() {
        account.secrets.remove(account.secret("facebook"));
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("secrets: cannot be looked at", account.secret("facebook"), "deploy");
    }

    @Test
    void aVariableThatAFunctionLacksIsNamed() {
        account.function("router").remove("EARSHOT_QUEUE_CLOCK");
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("-router: lacks EARSHOT_QUEUE_CLOCK. Deploy");
    }

    @Test
    void aParameterThatTheVersionBehindTheAliasDoesNotKnowIsAFault() {
        var name = account.parameters.get("Prefix") + "-notify";
        account.secrets.put(account.secret("notify"), "{\"SECRET\":\"hunter2\"}");
        account.parameters.put("NotifyUrl", "https://example.com/new");
        account.function("notify").put("EARSHOT_NOTIFY_URL", "https://example.com/old");
        account.unpublished.put(name, Map.of("EARSHOT_NOTIFY_URL", "https://example.com/new"));
        assertThat(faults())
                .singleElement()
                .asString()
                .contains(name + ": goes on with another EARSHOT_NOTIFY_URL than the stack's");

        account.function("notify").put("EARSHOT_NOTIFY_URL", "https://example.com/new");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ROLLBACK_COMPLETE, sam delete --stack-name earshot-test",
        "CREATE_FAILED, sam delete --stack-name earshot-test",
        "DELETE_FAILED, sam delete --stack-name earshot-test",
        "REVIEW_IN_PROGRESS, deploy",
        "UPDATE_ROLLBACK_FAILED, continue-update-rollback",
        "UPDATE_ROLLBACK_COMPLETE, see its events",
        "UPDATE_IN_PROGRESS, Wait until it is complete"
    })
    void aStackThatIsHalfThereIsAFaultWithTheWayOut(String status, String mend) {
        account.status = status;
        assertThat(faults()).singleElement().asString().contains("stack: " + status, mend);
    }

    @Test
    void aStackMayUseATableThatWasThereBefore() {
        account.parameters.put("ExistingTable", cloud.table());
        assertThat(faults()).isEmpty();
    }

    @Test
    void aFunctionThatIsNotThereIsAFault() {
        account.functions.remove(account.parameters.get("Prefix") + "-sweep");
        assertThat(faults()).singleElement().asString().contains("-sweep: Lambda answered 404");
    }

    @Test
    void aNetworkThatIsOffIsNotAskedFor() {
        account.parameters.put("Facebook", "off");
        account.secrets.remove(account.secret("facebook"));
        account.functions.remove(account.parameters.get("Prefix") + "-facebook");
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatLiesInDeadLettersAndInQuarantineIsCounted() {
        for (var queue : List.of("PostsDeadLetters", "PostsDeadLetters", "QuarantineQueue")) {
            cloud.sqs().sendMessage(it -> it.queueUrl(cloud.queueUrl(queue)).messageBody("x"));
        }
        cloud.sqs().sendMessage(it -> it.queueUrl(cloud.queueUrl("PostsQueue")).messageBody("x"));
        assertThat(faults())
                .hasSize(2)
                .anyMatch(line -> line.contains("-posts-dead-letters: 2 messages lie there."))
                .anyMatch(line -> line.contains("-quarantine: 1 message lies there."));
    }

    @Test
    void aStepThatIsOverdueForMinutesIsAFault() {
        step("facebook:1", CLOCK.instant().minusSeconds(170).toString());
        assertThat(faults()).isEmpty();
        step("facebook:2", "2026-01-02T03:04:05.678Z");
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("clocks: steps overdue: 1, the oldest since 2026-01-02T03:04:05.678Z");
    }

    private void step(String pk, String stepKey) {
        var item =
                Map.of(
                        "pk", AttributeValue.fromS(pk),
                        "sk", AttributeValue.fromS("CASE#000001"),
                        "dueShard", AttributeValue.fromS("DUE#3"),
                        "stepKey", AttributeValue.fromS(stepKey));
        cloud.dynamoDb().putItem(it -> it.tableName(cloud.table()).item(item));
    }

    @Test
    void aPolicyThatThisVersionCannotReadIsAFault() {
        try (var site = account.site()) {
            site.cases().policies(CLOCK).push("zone: Nowhere/Land\n", "test");
        }
        assertThat(faults()).singleElement().asString().contains("policy: version 1 has");
    }

    @Test
    void aStackThatIsNotCompleteIsAFault() {
        account.status = "UPDATE_ROLLBACK_COMPLETE";
        assertThat(faults()).singleElement().asString().contains("stack: UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void withoutTableAndQueuesEachOfThemIsNamed() {
        var prefix = account.parameters.put("Prefix", "elsewhere");
        cloud.template()
                .functions()
                .forEach(
                        function ->
                                account.functions.put(
                                        function.name().replace(prefix + "-", "elsewhere-"),
                                        function.environment()));
        assertThat(faults())
                .contains(
                        "fault  table elsewhere-cases: is not there. Deploy the stack.",
                        "fault  queue elsewhere-posts: There is no queue elsewhere-posts."
                                + " Deploy this version of the template.")
                .anyMatch(line -> line.startsWith("fault  clocks: cannot be looked at."));
    }

    @Test
    void aStackThatNobodyKnowsIsOneSentence() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> account.site("nobodys"))
                .withMessage(
                        "CloudFormation in eu-west-1 says of the stack nobodys: Stack with id"
                                + " nobodys does not exist");
    }
}
