package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import earshot.stack.EventSource.HttpRoute;
import earshot.stack.EventSource.Schedule;
import earshot.stack.EventSource.SqsTrigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path FILE =
            Path.of(Objects.requireNonNull(System.getProperty("earshot.home")), "template.yaml");
    private static final Map<String, String> ALL_ON = Template.allOn(FILE);

    private final Template template = Template.read(FILE, ALL_ON);

    @Test
    void theTableIsCalledAsOthersRelyOn() {
        assertThat(template.tables())
                .extracting(TableResource::logicalId, TableResource::name)
                .containsExactly(tuple("CaseTable", "earshot-cases"));
    }

    @Test
    void noIndexShowsWhatChangesWithEveryPost() {
        for (var index : template.tables().getFirst().indexes()) {
            assertThat(index.included())
                    .as(index.name())
                    .doesNotContain(
                            "postCount",
                            "lastCustomerPostAt",
                            "lastReplyAt",
                            "excerpt",
                            "reach",
                            "priorityScore",
                            "sla",
                            "frontier",
                            "updatedAt",
                            "version");
        }
    }

    @Test
    void theQueuesAreCalledAsOthersRelyOn() {
        assertThat(template.queues())
                .extracting(QueueResource::name)
                .containsExactlyInAnyOrder(
                        "earshot-posts",
                        "earshot-facebook-fetches",
                        "earshot-commands",
                        "earshot-quarantine",
                        "earshot-clock",
                        "earshot-notices",
                        "earshot-announcements",
                        "earshot-posts-dead-letters",
                        "earshot-facebook-fetches-dead-letters",
                        "earshot-commands-dead-letters",
                        "earshot-clock-dead-letters",
                        "earshot-notices-dead-letters",
                        "earshot-announcements-dead-letters");
    }

    @Test
    void anotherPrefixRenamesEverything() {
        var other = with("Prefix", "other");

        assertThat(other.tables()).allMatch(table -> table.name().startsWith("other-"));
        assertThat(other.queues()).allMatch(queue -> queue.name().startsWith("other-"));
        assertThat(other.functions()).allMatch(function -> function.name().startsWith("other-"));
    }

    @Test
    void everyQueueButQuarantineHasDeadLettersThatAreKeptTwoWeeks() {
        for (var queue : template.queues()) {
            var redrive = queue.redrive();
            if (redrive == null) {
                assertThat(queue.name()).matches(".*-(dead-letters|quarantine)");
            } else {
                assertThat(redrive.maxReceiveCount()).isEqualTo(10);
                var dead = queue(redrive.deadLetterLogicalId());
                assertThat(dead.name()).isEqualTo(queue.name() + "-dead-letters");
                assertThat(dead.retention()).isEqualTo(Duration.ofDays(14));
            }
        }
    }

    @Test
    void whatWaitsForPeopleIsKeptTwoWeeks() {
        assertThat(queue("QuarantineQueue").retention()).isEqualTo(Duration.ofDays(14));
        assertThat(queue("facebookFetchesQueue").retention()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aMessageStaysHiddenForSixTimesAsLongAsItsFunctionMayRun() {
        for (var function : template.functions()) {
            for (var trigger : triggers(function)) {
                assertThat(queue(trigger.queueLogicalId()).visibility())
                        .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
            }
        }
    }

    @Test
    void oneQueueHasOneConsumerThatNamesItsFailures() {
        var triggers = template.functions().stream().flatMap(it -> triggers(it).stream()).toList();

        assertThat(triggers)
                .extracting(SqsTrigger::queueLogicalId)
                .containsExactlyInAnyOrder(
                        "PostsQueue",
                        "CommandsQueue",
                        "ClockQueue",
                        "NoticesQueue",
                        "facebookFetchesQueue");
        assertThat(triggers).allMatch(SqsTrigger::partialFailures);
    }

    @Test
    void facebookIsCalledAtItsFoldersName() {
        assertThat(function("facebookFunction").events())
                .startsWith(
                        new HttpRoute("Handshake", "GET", "/webhooks/facebook"),
                        new HttpRoute("Delivery", "POST", "/webhooks/facebook"));
    }

    @Test
    void theSweepRunsEachMinute() {
        assertThat(function("SweepFunction").events())
                .containsExactly(new Schedule("EachMinute", Duration.ofMinutes(1), true));
    }

    @Test
    void aFunctionIsToldOfTheQueuesItUsesAndOfNoOthers() {
        assertThat(function("facebookFunction").environment())
                .containsKeys(
                        "EARSHOT_SECRETS",
                        "EARSHOT_QUEUE_POSTS",
                        "EARSHOT_QUEUE_FETCHES",
                        "EARSHOT_QUEUE_QUARANTINE",
                        "JAVA_TOOL_OPTIONS")
                .doesNotContainKeys("EARSHOT_TABLE", "EARSHOT_QUEUE_NOTICES");
    }

    @Test
    void whatMeansNothingHereIsListedWithItsReason() {
        assertThat(template.notLocal())
                .extracting(NotLocal::logicalId)
                .contains("Webhooks", "AnnouncementsPipe", "CaseTableReadPolicy", "PostsAgeAlarm");
        assertThat(template.notLocal()).allMatch(resource -> resource.reason().endsWith("."));
    }

    @Test
    void aNetworksFunctionIsToldOfItsNetworksSecretAlone() {
        var facebook = secret("facebook");

        assertThat(function("facebookFunction").environment())
                .containsEntry("EARSHOT_SECRETS", facebook.arn());
        assertThat(function("NotifyFunction").environment())
                .containsEntry("EARSHOT_SECRETS", secret("notify").arn());
        assertThat(facebook.arn()).contains(":secret:/earshot/facebook-");
        assertThat(facebook.required()).containsExactly("APP_SECRET", "VERIFY_TOKEN");
    }

    @Test
    void aSecretsNameBeginsWithThePrefix() {
        assertThat(with("Prefix", "other").secrets())
                .extracting(SecretResource::name)
                .contains("/other/facebook", "/other/notify");
    }

    @Test
    void everySecretIsAnOutputForThoseWhoSetIt() {
        var outputs = template.outputs(new Provisioned(Map.of(), Map.of(), Map.of()));
        assertThat(template.secrets())
                .allSatisfy(
                        secret ->
                                assertThat(outputs)
                                        .containsEntry(secret.logicalId(), secret.arn()));
    }

    @Test
    void noParameterHoldsASecretAndAllHaveADefault() {
        assertThat(Template.parameterNames(FILE)).contains("Prefix", "ExistingTable", "NotifyUrl");
        assertThat(Template.read(FILE, Map.of()).functions()).isNotEmpty();
        assertThat(FILE).content().doesNotContain("NoEcho");
    }

    @Test
    void aNetworkThatIsOffHasNoFunctionNoSecretAndNoWebhook() {
        var off = with("Facebook", "off");

        assertThat(off.functions())
                .extracting(FunctionResource::logicalId)
                .doesNotContain("facebookFunction")
                .contains("RouterFunction");
        assertThat(off.secrets()).extracting(SecretResource::network).doesNotContain("facebook");
        assertThat(off.notLocal()).noneMatch(it -> it.logicalId().startsWith("facebook"));
        assertThat(off.outputs(new Provisioned(Map.of(), Map.of(), Map.of())))
                .doesNotContainKeys("facebookWebhook", "facebookSecrets");
        assertThat(off.tables()).hasSize(1);
    }

    @Test
    void everyNetworkCanBeOff() {
        assertThat(Template.switches(FILE)).contains("Facebook");
        var off = new HashMap<>(ALL_ON);
        off.replaceAll((_, _) -> "off");

        assertThat(Template.read(FILE, off).functions())
                .flatExtracting(FunctionResource::events)
                .noneMatch(HttpRoute.class::isInstance);
    }

    @Test
    void behindAFunctionUrlTheOutputIsThatUrl() {
        var none = new Provisioned(Map.of(), Map.of(), Map.of());

        assertThat(with("FrontDoor", "FunctionUrl").outputs(none).get("facebookWebhook"))
                .endsWith("facebookUrl/FunctionUrl");
        assertThat(with("CustomDomain", "hooks.example.com").outputs(none))
                .containsEntry("facebookWebhook", "https://hooks.example.com/webhooks/facebook");
    }

    @Test
    void anAlarmGoesToEveryTopicThatThereIs() {
        assertThat(with("AlarmEmail", "ops@example.com").notLocal())
                .extracting(NotLocal::logicalId)
                .contains("AlarmTopic");
        assertThat(template.notLocal())
                .extracting(NotLocal::logicalId)
                .doesNotContain("AlarmTopic");
    }

    @Test
    void aTableOfProvisionedUnitsHasTheSameKeysAndIndexes() {
        assertThat(with("Billing", "Provisioned").tables()).isEqualTo(template.tables());
    }

    @Test
    void outputsNameTheTableAndTheWebhook() {
        var outputs = template.outputs(new Provisioned(Map.of(), Map.of(), Map.of()));

        assertThat(outputs).containsEntry("CaseTable", "earshot-cases");
        assertThat(outputs.get("facebookWebhook")).endsWith("/webhooks/facebook");
    }

    @Test
    void allFaultsOfATemplateAreSaidAtOnceEachWithItsPlace() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(
                        () ->
                                Written.template(
                                        """
                                        Hooks: {}
                                        Parameters:
                                          Prefix: {Type: String}
                                        Conditions:
                                          Never: no
                                        Resources:
                                          Stream: {Type: AWS::Kinesis::Stream}
                                          Q:
                                            Type: AWS::SQS::Queue
                                            Properties: {QueueName: !Sub "${Prefx}-posts"}
                                          R:
                                            Type: AWS::IAM::Role
                                            Properties: {Path: !Split [a, b]}
                                        Outputs:
                                          Q: {Value: !GetAtt Q.Lenght}
                                        """))
                .satisfies(
                        e ->
                                assertThat(e.faults())
                                        .extracting(TemplateFault::toString)
                                        .containsExactlyInAnyOrder(
                                                "template.Hooks: is not known here",
                                                "Parameters.Prefix: has no default: give it a value",
                                                "Conditions.Never: is a text, not a condition",
                                                "Stream.Type: is no type that is known here:"
                                                        + " AWS::Kinesis::Stream",
                                                "Q.Properties.QueueName: names nothing in this"
                                                        + " template: Prefx",
                                                "R.Properties.Path: !Split is no function that is"
                                                        + " known here",
                                                "Outputs.Q.Value: Q (AWS::SQS::Queue) has no"
                                                        + " attribute Lenght"))
                .withMessageContaining("template.yaml: Stream.Type: ");
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.read(Path.of("no-such-template.yaml"), Map.of()))
                .withMessageContaining("cannot be read")
                .withMessageContaining("no-such-template.yaml");
    }

    @Test
    void aTemplateForAnotherMachineIsAFault() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.parse(Written.FILE, "Resources: {}", Map.of()))
                .withMessageContaining(
                        "Transform: is not [AWS::LanguageExtensions,"
                                + " AWS::Serverless-2016-10-31]");
    }

    private static Template with(String parameter, String value) {
        var values = new HashMap<>(ALL_ON);
        values.put(parameter, value);
        return Template.read(FILE, values);
    }

    private SecretResource secret(String network) {
        return template.secrets().stream()
                .filter(secret -> secret.network().equals(network))
                .findFirst()
                .orElseThrow();
    }

    private FunctionResource function(String logicalId) {
        return template.functions().stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private QueueResource queue(String logicalId) {
        return template.queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private static List<SqsTrigger> triggers(FunctionResource function) {
        return function.events().stream()
                .filter(SqsTrigger.class::isInstance)
                .map(SqsTrigger.class::cast)
                .toList();
    }
}
