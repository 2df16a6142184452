package earshot.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.local.text.Console;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestStack made;
    private final RunningStack stack;
    private final SqsClient sqs;

    RunningStackTest(@TempDir Path folder) {
        made = new TestStack(folder);
        stack = made.start(TestStack.TEMPLATE);
        sqs = AwsClients.sqs(stack.endpoints().sqs());
    }

    @BeforeAll
    void open() {
        stack.open();
    }

    @AfterAll
    void close() {
        stack.close();
        sqs.close();
    }

    @Test
    void aCallGoesThroughAFunctionAndAQueueIntoTheTable() throws Exception {
        var answer = post("/webhooks/mailbox?a=1&a=2&b=%20", "a letter");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("x-seen")).contains("yes");
        eventually(() -> onShelf("a letter"));
    }

    @Test
    void aFunctionSeesThePayloadOfTheGatewayAndItsOwnEnvironment() throws Exception {
        var request =
                HttpRequest.newBuilder(uri("/webhooks/mailbox?hub.mode=x&b=%20"))
                        .header("X-Twice", "one")
                        .header("X-Twice", "two")
                        .header("Cookie", "a=1; b=2")
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString("bytes"))
                        .build();
        var seen = Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());

        assertThat(seen.text("greeting")).isEqualTo("hello");
        assertThat(seen.text("function")).isEqualTo("local-mailbox");
        assertThat(seen.flag("hurry")).isTrue();
        var event = seen.get("event");
        assertThat(event.text("version")).isEqualTo("2.0");
        assertThat(event.text("routeKey")).isEqualTo("POST /webhooks/mailbox");
        assertThat(event.text("rawPath")).isEqualTo("/webhooks/mailbox");
        assertThat(event.text("rawQueryString")).isEqualTo("hub.mode=x&b=%20");
        assertThat(event.get("queryStringParameters").text("b")).isEqualTo(" ");
        assertThat(event.get("headers").text("x-twice")).isEqualTo("one,two");
        assertThat(event.items("cookies")).extracting(Json::text).containsExactly("a=1", "b=2");
        assertThat(event.flag("isBase64Encoded")).isTrue();
        assertThat(event.text("body")).isEqualTo("Ynl0ZXM=");
        assertThat(event.get("requestContext").get("http").text("method")).isEqualTo("POST");
        assertThat(event.get("requestContext").integer("timeEpoch")).isNotNull();
    }

    @Test
    void jsonComesAsTextWhileItIsUtf8() throws Exception {
        var request =
                HttpRequest.newBuilder(uri("/webhooks/mailbox"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"a\":\"\u00e4\"}"))
                        .build();
        var seen = Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());

        assertThat(seen.get("event").flag("isBase64Encoded")).isFalse();
        assertThat(seen.get("event").text("body")).isEqualTo("{\"a\":\"\u00e4\"}");
    }

    @Test
    void onlyTheMessageThatFailedComesAgainAndEndsInTheDeadLetters() throws Exception {
        post("/webhooks/mailbox", "poison");
        post("/webhooks/mailbox", "a neighbour");

        eventually(() -> onShelf("a neighbour"));
        eventually(() -> waiting("PostsDeadLetters") == 1);
        assertThat(waiting("PostsQueue")).isZero();
    }

    @Test
    void aScheduleCallsItsFunctionAsSoonAsTheStackIsUp() throws Exception {
        eventually(() -> onShelf("rhythm"));
    }

    @Test
    void aFunctionThatOverrunsItsTimeoutIsAServiceUnavailable() throws Exception {
        assertThat(post("/webhooks/sleepy", "x").statusCode()).isEqualTo(503);
        assertThat(made.printed()).contains("SleepyFunction was stopped");
    }

    @Test
    void aFunctionThatThrowsIsAnInternalServerError() throws Exception {
        assertThat(post("/webhooks/falling", "x").statusCode()).isEqualTo(500);
        assertThat(made.printed()).contains("FallingFunction", "it fell over");
    }

    @Test
    void whatTheGatewayRefusesNeverReachesAFunction() throws Exception {
        assertThat(post("/webhooks/nobody", "x").statusCode()).isEqualTo(404);
        assertThat(post("/webhooks/mailbox/more", "x").statusCode()).isEqualTo(404);
        assertThat(post("/webhooks/mailbox", "x".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        var fat =
                HttpRequest.newBuilder(uri("/webhooks/mailbox"))
                        .header("X-Fat", "x".repeat(10_240))
                        .GET()
                        .build();
        assertThat(http.send(fat, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(431);
    }

    @Test
    void theEndpointsNameWhatWasMade() {
        var endpoints = stack.endpoints();

        assertThat(endpoints.tables()).isEqualTo(Map.of("ShelfTable", "local-shelf"));
        assertThat(endpoints.queues()).containsOnlyKeys("PostsQueue", "PostsDeadLetters");
        assertThat(endpoints.queues().get("PostsQueue"))
                .startsWith(endpoints.sqs().toString())
                .endsWith("/local-posts");
    }

    @Test
    void aTakenPortIsOneSentence() {
        int taken = stack.endpoints().http().getPort();

        assertThatThrownBy(
                        () ->
                                FrontDoor.on(
                                        taken,
                                        java.time.Clock.systemUTC(),
                                        Console.ofThisProcess()))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("Port " + taken + " is taken");
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(stack.endpoints().http() + path);
    }

    private boolean onShelf(String name) {
        var key = Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("SHELF"));
        return stack.dynamoDb().getItem(get -> get.tableName("local-shelf").key(key)).hasItem();
    }

    private int waiting(String queue) {
        var url = Objects.requireNonNull(stack.endpoints().queues().get(queue));
        var attributes =
                sqs.getQueueAttributes(
                                get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return Integer.parseInt(
                        attributes.getOrDefault(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"))
                + Integer.parseInt(
                        attributes.getOrDefault(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                "0"));
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            Thread.sleep(50);
        }
    }
}
