package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.stack.Provision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ExtendWith(LocalCloudExtension.class)
class LocalCloudTest {
    private final LocalCloud cloud;

    LocalCloudTest(LocalCloud cloud) {
        this.cloud = cloud;
    }

    @Test
    void theCaseTableHasTheKeysThatTheContractNames() {
        var table = cloud.dynamoDb().describeTable(it -> it.tableName(cloud.table())).table();

        assertThat(table.keySchema())
                .extracting(KeySchemaElement::attributeName)
                .containsExactly("pk", "sk");
        assertThat(table.globalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndexDescription::indexName,
                        index ->
                                index.keySchema().stream()
                                        .map(KeySchemaElement::attributeName)
                                        .toList()
                                        .toString(),
                        index -> index.projection().projectionType())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "byTeam", "[teamStatus, orderKey]", ProjectionType.INCLUDE),
                        org.assertj.core.groups.Tuple.tuple(
                                "byAssignee", "[openAssignee, orderKey]", ProjectionType.INCLUDE),
                        org.assertj.core.groups.Tuple.tuple(
                                "byCustomer", "[customerKey, openedAt]", ProjectionType.INCLUDE),
                        org.assertj.core.groups.Tuple.tuple(
                                "byDue", "[dueShard, stepKey]", ProjectionType.KEYS_ONLY));
    }

    @Test
    void theCaseTableStreamsNewAndOldImages() {
        var table = cloud.dynamoDb().describeTable(it -> it.tableName(cloud.table())).table();

        assertThat(table.streamSpecification().streamViewType())
                .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(table.latestStreamArn()).isNotBlank();
    }

    @Test
    void itemsOfTheCaseTableExpire() {
        var timeToLive =
                cloud.dynamoDb()
                        .describeTimeToLive(it -> it.tableName(cloud.table()))
                        .timeToLiveDescription();

        assertThat(timeToLive.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(timeToLive.attributeName()).isEqualTo("expiresAt");
    }

    @Test
    void aMessageReceivedTooOftenGoesToTheDeadLetters() {
        var posts = cloud.queueUrl("PostsQueue");
        var dead = cloud.queueUrl("PostsDeadLetters");
        cloud.sqs().sendMessage(it -> it.queueUrl(posts).messageBody("poison"));

        for (int received = 1; received <= 10; received++) {
            assertThat(receive(cloud.sqs(), posts)).as("receive %s", received).isEqualTo("poison");
        }

        assertThat(receive(cloud.sqs(), posts)).isEmpty();
        assertThat(receive(cloud.sqs(), dead)).isEqualTo("poison");
        cloud.reset();
    }

    @Test
    void aQueueHidesWhatItHandsOutForAsLongAsTheTemplateSays() {
        assertThat(attribute("PostsQueue", QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("60");
    }

    @Test
    void provisioningAgainKeepsWhatIsThere() {
        put("kept");
        cloud.sqs()
                .sendMessage(
                        it -> it.queueUrl(cloud.queueUrl("CommandsQueue")).messageBody("kept"));

        var again = Provision.create(cloud.template(), cloud.dynamoDb(), cloud.sqs());

        assertThat(again.queues()).containsEntry("PostsQueue", cloud.queueUrl("PostsQueue"));
        assertThat(count()).isEqualTo(1);
        assertThat(receive(cloud.sqs(), cloud.queueUrl("CommandsQueue"))).isEqualTo("kept");
        cloud.reset();
    }

    @Test
    void twoCloudsDoNotSeeEachOther() {
        try (var other = LocalCloud.start()) {
            put("mine");

            assertThat(other.table()).isNotEqualTo(cloud.table());
            assertThat(other.dynamoDb().scan(it -> it.tableName(other.table())).count()).isZero();
        }
        cloud.reset();
    }

    @Test
    void resetEmptiesTableAndQueuesAndKeepsTheirNames() {
        var table = cloud.table();
        var posts = cloud.queueUrl("PostsQueue");
        put("gone");
        cloud.sqs().sendMessage(it -> it.queueUrl(posts).messageBody("gone").delaySeconds(0));

        cloud.reset();

        assertThat(cloud.table()).isEqualTo(table);
        assertThat(count()).isZero();
        assertThat(receive(cloud.sqs(), posts)).isEmpty();
    }

    @Test
    void aFunctionsEnvironmentHoldsTheUrlsOfTheCreatedQueues() {
        assertThat(cloud.environmentOf("RouterFunction"))
                .containsEntry("EARSHOT_TABLE", cloud.table())
                .containsEntry("EARSHOT_QUEUE_CLOCK", cloud.queueUrl("ClockQueue"))
                .containsEntry("AWS_ENDPOINT_URL_SQS", cloud.sqsEndpoint().toString())
                .doesNotContainKey("EARSHOT_FACEBOOK_APP_SECRET");
    }

    @Test
    void theCommonEnvironmentHoldsEveryQueueAndNoSecret() {
        assertThat(cloud.environment())
                .containsEntry("EARSHOT_QUEUE_QUARANTINE", cloud.queueUrl("QuarantineQueue"))
                .containsEntry("AWS_REGION", "eu-west-1")
                .doesNotContainKey("EARSHOT_NOTIFY_SECRET");
    }

    @Test
    void aNameThatTheTemplateDoesNotKnowIsRefusedWithThoseItDoes() {
        assertThatThrownBy(() -> cloud.queueUrl("Postings"))
                .hasMessageContaining("Postings")
                .hasMessageContaining("PostsQueue");
    }

    private void put(String key) {
        cloud.dynamoDb()
                .putItem(
                        it ->
                                it.tableName(cloud.table())
                                        .item(
                                                Map.of(
                                                        "pk", AttributeValue.fromS(key),
                                                        "sk", AttributeValue.fromS(key))));
    }

    private int count() {
        return cloud.dynamoDb().scan(it -> it.tableName(cloud.table())).count();
    }

    private String attribute(String queue, QueueAttributeName name) {
        return cloud.sqs()
                .getQueueAttributes(it -> it.queueUrl(cloud.queueUrl(queue)).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }

    /** The body of the next message, which stays in the queue; empty where there is none. */
    private static String receive(SqsClient sqs, String url) {
        return sqs
                .receiveMessage(it -> it.queueUrl(url).visibilityTimeout(0).waitTimeSeconds(0))
                .messages()
                .stream()
                .map(Message::body)
                .findFirst()
                .orElse("");
    }
}
