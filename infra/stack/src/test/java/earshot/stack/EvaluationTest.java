package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final String QUEUE =
            """
            Parameters:
              Prefix: {Type: String, Default: heard}
            Conditions:
              Ours: !Equals [!Ref Prefix, heard]
              Theirs: !Not [!Equals [!Ref Prefix, heard]]
            Resources:
              PostsQueue:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub "${Prefix}-posts"
            """;

    @Test
    void refOfAParameterIsItsValue() {
        assertThat(Written.output(QUEUE, "!Ref Prefix")).isEqualTo("heard");
        assertThat(Written.output(QUEUE, "!Ref Prefix", Map.of("Prefix", "mine")))
                .isEqualTo("mine");
    }

    @Test
    void refOfAPseudoParameterIsWhatHoldsHere() {
        assertThat(Written.output(QUEUE, "!Ref AWS::Region")).isEqualTo("eu-west-1");
    }

    @Test
    void refOfAQueueIsItsUrl() {
        assertThat(Written.output(QUEUE, "!Ref PostsQueue")).endsWith("/heard-posts");
    }

    @Test
    void getAttGivesTheAttributesThatAResourceHas() {
        assertThat(Written.output(QUEUE, "!GetAtt PostsQueue.Arn"))
                .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:heard-posts");
        assertThat(Written.output(QUEUE, "!GetAtt [PostsQueue, QueueName]"))
                .isEqualTo("heard-posts");
    }

    @Test
    void theLongSpellingMeansTheSame() {
        assertThat(Written.output(QUEUE, "{'Fn::GetAtt': [PostsQueue, QueueName]}"))
                .isEqualTo("heard-posts");
        assertThat(Written.output(QUEUE, "{'Fn::Sub': '${Prefix}!'}")).isEqualTo("heard!");
        assertThat(Written.output(QUEUE, "{Ref: Prefix}")).isEqualTo("heard");
    }

    @Test
    void subPutsParametersAndAttributesIntoAText() {
        assertThat(Written.output(QUEUE, "!Sub '${Prefix}/${PostsQueue.QueueName}/${AWS::Region}'"))
                .isEqualTo("heard/heard-posts/eu-west-1");
    }

    @Test
    void subTakesNamesOfItsOwn() {
        assertThat(Written.output(QUEUE, "!Sub ['${A}-${Prefix}', {A: !Ref AWS::Partition}]"))
                .isEqualTo("aws-heard");
    }

    @Test
    void subLeavesWhatIsMarkedAsLiteral() {
        assertThat(Written.output(QUEUE, "!Sub '${!Prefix} $5 ${Prefix}'"))
                .isEqualTo("${Prefix} $5 heard");
    }

    @Test
    void joinPutsItsSeparatorBetween() {
        assertThat(Written.output(QUEUE, "!Join ['/', [a, !Ref Prefix, c]]"))
                .isEqualTo("a/heard/c");
    }

    @Test
    void ifChoosesByItsCondition() {
        assertThat(Written.output(QUEUE, "!If [Ours, yes, no]")).isEqualTo("yes");
        assertThat(Written.output(QUEUE, "!If [Theirs, yes, no]")).isEqualTo("no");
    }

    @Test
    void noValueLeavesThePropertyOut() {
        var delayed =
                Written.template(
                        """
                        Conditions:
                          Never: !Equals [a, b]
                        Resources:
                          Q:
                            Type: AWS::SQS::Queue
                            Properties:
                              DelaySeconds: !If [Never, 5, !Ref AWS::NoValue]
                        """);

        assertThat(delayed.queues().getFirst().delay()).isZero();
    }

    @Test
    void whatMeansNothingHereStillGivesAText() {
        var topic = "Resources:\n  T: {Type: AWS::SNS::Topic}\n";

        assertThat(Written.output(topic, "!Ref T")).isEqualTo("T");
        assertThat(Written.output(topic, "!GetAtt T.TopicName")).contains("T/TopicName");
    }

    @Test
    void aNameOfNothingIsAFault() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!Ref Post")))
                .containsExactly("Outputs.It.Value: names nothing in this template: Post");
        assertThat(Written.faults(Written.outputting(QUEUE, "!Sub '${Post.Arn}'")))
                .containsExactly("Outputs.It.Value: names nothing in this template: Post");
    }

    @Test
    void anAttributeThatAQueueDoesNotHaveIsAFault() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!GetAtt PostsQueue.Length")))
                .containsExactly(
                        "Outputs.It.Value: PostsQueue (AWS::SQS::Queue) has no attribute Length");
    }

    @Test
    void aFunctionThatIsNotKnownHereIsAFault() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!ImportValue other")))
                .containsExactly(
                        "Outputs.It.Value: !ImportValue is no function that is known here");
        assertThat(Written.faults(Written.outputting(QUEUE, "{'Fn::Base64': x}")))
                .containsExactly("Outputs.It.Value: !Base64 is no function that is known here");
    }

    @Test
    void bothBranchesOfAnIfAreLookedAt() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!If [Ours, yes, !Ref Nobody]")))
                .containsExactly("Outputs.It.Value: names nothing in this template: Nobody");
    }

    @Test
    void aFunctionWithTheWrongArgumentsIsAFault() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!If [Ours, yes]")))
                .containsExactly("Outputs.It.Value: !If takes a list of 3");
        assertThat(Written.faults(Written.outputting(QUEUE, "!Join ['/', text]")))
                .containsExactly("Outputs.It.Value: !Join joins a list");
        assertThat(Written.faults(Written.outputting(QUEUE, "!Ref [a]")))
                .contains("Outputs.It.Value: is a list, not a text");
        assertThat(Written.faults(Written.outputting(QUEUE, "!GetAtt PostsQueue")))
                .containsExactly("Outputs.It.Value: !GetAtt takes a list of 2");
        assertThat(Written.faults(Written.outputting(QUEUE, "!Equals [a, b]")))
                .containsExactly("Outputs.It.Value: !Equals belongs into Conditions");
    }

    @Test
    void aConditionThatNobodyDeclaredIsAFault() {
        assertThat(Written.faults(Written.outputting(QUEUE, "!If [Mine, yes, no]")))
                .containsExactly("Outputs.It.Value: names no condition: Mine");
    }
}
