package earshot.local.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(LocalCloudExtension.class)
class HeldMessagesTest {
    private final LocalCloud cloud;
    private final SqsClient sqs;

    HeldMessagesTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.sqs = cloud.sqs();
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @Test
    void whatWasLookedAtIsThereAgainAndWhatWasDeletedIsNot() {
        send("QuarantineQueue", 25);

        try (var held = HeldMessages.of(sqs, cloud.queueUrl("QuarantineQueue"))) {
            assertThat(held.all()).extracting(Message::body).hasSize(25).doesNotHaveDuplicates();
            assertThat(held.isAll()).isTrue();
            assertThat(cloud.drain("QuarantineQueue")).as("held back meanwhile").isEmpty();
            held.delete(held.all().getFirst());
        }

        assertThat(cloud.drain("QuarantineQueue")).hasSize(24);
    }

    @Test
    void moreThanOneLookTakesStaysInTheQueue() {
        send("QuarantineQueue", 25);

        try (var held = HeldMessages.of(sqs, cloud.queueUrl("QuarantineQueue"), 10)) {
            assertThat(held.isAll()).isFalse();
        }

        assertThat(cloud.drain("QuarantineQueue")).hasSize(25);
    }

    @Test
    void deadLettersAreMovedBackByTheQueueAndOneByOneAlike() throws InterruptedException {
        var posts =
                new DeadLetters(sqs, "earshot-posts", url("PostsQueue"), url("PostsDeadLetters"));
        send("PostsDeadLetters", 12);
        assertThat(posts.count()).isEqualTo(12);
        assertThat(posts.oldest()).isPresent();

        assertThat(posts.redrive()).isEqualTo(12);
        assertThat(cloud.drain("PostsQueue")).hasSize(12);
        assertThat(posts.count()).isZero();

        send("PostsDeadLetters", 120);
        assertThat(posts.oneByOne()).isEqualTo(120);
        assertThat(cloud.drain("PostsQueue")).hasSize(120).doesNotHaveDuplicates();
        assertThat(posts.count()).isZero();
    }

    @Test
    void aQueueIsCalledByItsNameWithOrWithoutThePrefix() {
        var posts = new DeadLetters(sqs, "earshot-posts", "", "");

        assertThat(posts.isCalled("posts")).isTrue();
        assertThat(posts.isCalled("earshot-posts-dead-letters")).isTrue();
        assertThat(posts.isCalled("osts")).isFalse();
    }

    private String url(String logicalId) {
        return cloud.queueUrl(logicalId);
    }

    private void send(String logicalId, int count) {
        IntStream.range(0, count)
                .forEach(
                        i -> sqs.sendMessage(r -> r.queueUrl(url(logicalId)).messageBody("m" + i)));
    }
}
