package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.QueueResource.Redrive;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueReaderTest {
    @Test
    void aQueueIsReadWithItsDeadLettersWhereverTheyAreDeclared() {
        var queues =
                Written.template(
                                """
                                Resources:
                                  Posts:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      QueueName: posts
                                      VisibilityTimeout: 60
                                      MessageRetentionPeriod: 600
                                      DelaySeconds: 15
                                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 10}
                                  Dead:
                                    Type: AWS::SQS::Queue
                                    Properties: {QueueName: dead}
                                """)
                        .queues();

        assertThat(queues)
                .containsExactly(
                        new QueueResource(
                                "Posts",
                                "posts",
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(600),
                                Duration.ofSeconds(15),
                                new Redrive("Dead", 10)),
                        new QueueResource(
                                "Dead",
                                "dead",
                                Duration.ofSeconds(30),
                                Duration.ofDays(4),
                                Duration.ZERO,
                                null));
    }

    @Test
    void aQueueWithoutANameIsCalledByItsLogicalId() {
        assertThat(
                        Written.template("Resources: {Q: {Type: AWS::SQS::Queue}}")
                                .queues()
                                .getFirst()
                                .name())
                .isEqualTo("Q");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(
                        Written.faults(
                                """
                                Resources:
                                  Q:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      VisibilityTimeout: -1
                                      FifoQueue: true
                                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn}
                                """))
                .containsExactlyInAnyOrder(
                        "Q.Properties.RedrivePolicy.deadLetterTargetArn: names nothing in this"
                                + " template: Dead",
                        "Q.Properties.VisibilityTimeout: is no whole number: -1",
                        "Q.Properties.RedrivePolicy.maxReceiveCount: has to be 1 or more",
                        "Q.Properties.FifoQueue: is not known here");
    }
}
