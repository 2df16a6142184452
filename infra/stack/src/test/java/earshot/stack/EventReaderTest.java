package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.EventSource.HttpRoute;
import earshot.stack.EventSource.Schedule;
import earshot.stack.EventSource.SqsTrigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    @Test
    void aRouteHasItsMethodAndPath() {
        assertThat(events("{Type: HttpApi, Properties: {ApiId: x, Method: post, Path: /hook}}"))
                .containsExactly(new HttpRoute("E", "POST", "/hook"));
    }

    @Test
    void aTriggerNamesItsQueueByLogicalId() {
        assertThat(
                        events(
                                """
                                {Type: SQS, Properties: {
                                        Queue: !GetAtt PostsQueue.Arn, BatchSize: 100,
                                        MaximumBatchingWindowInSeconds: 1,
                                        FunctionResponseTypes: [ReportBatchItemFailures],
                                        Enabled: false, ScalingConfig: {MaximumConcurrency: 5}}}\
                                """))
                .containsExactly(
                        new SqsTrigger(
                                "E", "PostsQueue", 100, Duration.ofSeconds(1), true, false, 5));
    }

    @Test
    void aTriggerThatSaysNoMoreHasTheDefaultsOfAws() {
        assertThat(events("{Type: SQS, Properties: {Queue: !GetAtt PostsQueue.Arn}}"))
                .containsExactly(
                        new SqsTrigger("E", "PostsQueue", 10, Duration.ZERO, false, true, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute), PT1M",
        "rate(5 minutes), PT5M",
        "rate(2 hours), PT2H",
        "rate(1 day), P1D"
    })
    void aScheduleIsARate(String text, Duration every) {
        assertThat(events("{Type: Schedule, Properties: {Schedule: " + text + "}}"))
                .containsExactly(new Schedule("E", every, true));
    }

    @Test
    void anEventSourceThatIsNotKnownHereIsAFault() {
        assertThat(faults("{Type: Kinesis, Properties: {Stream: x}}"))
                .containsExactly(
                        "F.Properties.Events.E.Type: is no event source that is known here: Kinesis");
    }

    @Test
    void aPropertyThatIsNotKnownHereIsAFault() {
        assertThat(
                        faults(
                                "{Type: SQS, Properties: {Queue: !GetAtt PostsQueue.Arn,"
                                        + " FilterCriteria: {}}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.FilterCriteria: is not known here");
    }

    @Test
    void aTriggerOfNoQueueOfThisTemplateIsAFault() {
        assertThat(faults("{Type: SQS, Properties: {Queue: 'arn:aws:sqs:a:1:elsewhere'}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.Queue: is the ARN of no queue in this"
                                + " template: arn:aws:sqs:a:1:elsewhere");
        assertThat(faults("{Type: SQS, Properties: {Queue: !GetAtt PostQueue.Arn}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.Queue: names nothing in this template:"
                                + " PostQueue");
    }

    @Test
    void aLargeBatchWithoutAWindowIsAFaultAsItIsForAws() {
        assertThat(
                        faults(
                                "{Type: SQS, Properties: {Queue: !GetAtt PostsQueue.Arn,"
                                        + " BatchSize: 100}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.MaximumBatchingWindowInSeconds: has to be"
                                + " 1 or more for this batch");
    }

    @Test
    void aScheduleThatIsNoRateIsAFault() {
        assertThat(faults("{Type: Schedule, Properties: {Schedule: cron(0 8 * * ? *)}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.Schedule: is no rate(N"
                                + " minutes|hours|days): cron(0 8 * * ? *)");
    }

    @Test
    void anOlderPayloadIsAFault() {
        assertThat(
                        faults(
                                "{Type: HttpApi, Properties: {Method: GET, Path: /,"
                                        + " PayloadFormatVersion: '1.0'}}"))
                .containsExactly(
                        "F.Properties.Events.E.Properties.PayloadFormatVersion: is not 2.0: 1.0");
    }

    private static List<EventSource> events(String event) {
        return Written.template(function(event)).functions().getFirst().events();
    }

    private static List<String> faults(String event) {
        return Written.faults(function(event));
    }

    private static String function(String event) {
        return """
                Resources:
                  PostsQueue: {Type: AWS::SQS::Queue, Properties: {QueueName: posts}}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: java25
                      Handler: earshot.f.F
                      CodeUri: f.zip
                      Events:
                        E: %s
                """
                .formatted(event);
    }
}
