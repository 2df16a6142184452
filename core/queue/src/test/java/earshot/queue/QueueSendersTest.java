package earshot.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Both senders against a real SQS server. */
final class QueueSendersTest {
    private static SQSRestServer server;
    private static Map<String, String> environment;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        var address = server.waitUntilStarted().localAddress();
        environment =
                Map.of(
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:" + address.getPort());
        var settings = new Settings(environment);
        sqs = SdkQueueSender.client(settings);
        settings.orThrow();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        server.stopAndWait();
    }

    static Stream<QueueSender> senders() {
        var settings = new Settings(environment);
        return Stream.of(
                new SignedQueueSender(settings, Clock.systemUTC()), new SdkQueueSender(sqs));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void fortyMessagesArriveAsTheyWereSent(QueueSender sender) {
        var queue = queue(sender);
        Set<String> bodies = new HashSet<>();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var body = "{\"t\":\"\\uffff \\ud800 \\u0001 \\\" " + i + "\"}";
            bodies.add(body);
            messages.add(Message.of(body));
        }
        sender.send(queue, messages);
        assertThat(received(queue, 40)).isEqualTo(bodies);
    }

    @ParameterizedTest
    @MethodSource("senders")
    void severalLargeMessagesArrive(QueueSender sender) {
        var queue = queue(sender);
        Set<String> bodies = new HashSet<>();
        for (char c = 'a'; c < 'e'; c++) {
            bodies.add(String.valueOf(c).repeat(900_000));
        }
        sender.send(queue, bodies.stream().map(Message::of).toList());
        assertThat(received(queue, 4)).isEqualTo(bodies);
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aDelayedMessageIsNotThereYet(QueueSender sender) {
        var queue = queue(sender);
        sender.send(queue, new Message("later", 600));
        assertThat(sqs.receiveMessage(r -> r.queueUrl(queue)).messages()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aQueueThatIsNotThereIsAnException(QueueSender sender) {
        var queue = environment.get("AWS_ENDPOINT_URL_SQS") + "/000000000000/nowhere";
        assertThatThrownBy(() -> sender.send(queue, Message.of("x")))
                .isInstanceOfSatisfying(
                        QueueException.class, e -> assertThat(e.failed()).isEqualTo(1));
    }

    private static String queue(QueueSender sender) {
        var name = sender.getClass().getSimpleName() + "-" + System.nanoTime();
        return sqs.createQueue(r -> r.queueName(name)).queueUrl();
    }

    private static Set<String> received(String queue, int count) {
        Set<String> bodies = new HashSet<>();
        for (int call = 0; call < 100 && bodies.size() < count; call++) {
            var answer =
                    sqs.receiveMessage(
                            r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1));
            answer.messages().forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }
}
