package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final Provisioned NOTHING = new Provisioned(Map.of(), Map.of(), Map.of());

    private static final String HEAD =
            """
            Parameters:
              Prefix: {Type: String, Default: heard}
            Mappings:
              Queues:
                a-b: {Name: first}
                c: {Name: second}
            Conditions:
              Always: !Equals [a, a]
              c: !Equals [a, b]
            """;

    private static final String QUEUES =
            HEAD
                    + """
                    Resources:
                      Fn::ForEach::Queues:
                        - Queue
                        - [a-b, c]
                        - Q&{Queue}:
                            Type: AWS::SQS::Queue
                            Properties:
                              QueueName: !Sub
                                - ${Prefix}-${Queue}-${Name}
                                - Name: !FindInMap [Queues, !Ref Queue, Name]
                    """;

    @Test
    void whatStandsUnderALoopIsThereOnceForEachName() {
        assertThat(Written.template(QUEUES).queues())
                .extracting(QueueResource::logicalId, QueueResource::name)
                .containsExactly(tuple("Qab", "heard-a-b-first"), tuple("Qc", "heard-c-second"));
    }

    @Test
    void aNamePutTogetherInALoopNamesAResource() {
        var outputs =
                """
                Outputs:
                  Fn::ForEach::Arns:
                    - Queue
                    - [ab, c]
                    - ${Queue}Arn: {Value: !GetAtt [!Sub "Q${Queue}", Arn]}
                      ${Queue}Url: {Value: !Ref {Fn::Sub: "Q${Queue}"}}
                """;
        assertThat(Written.template(QUEUES + outputs).outputs(NOTHING))
                .hasSize(4)
                .hasEntrySatisfying("cArn", arn -> assertThat(arn).endsWith(":heard-c-second"))
                .hasEntrySatisfying("abUrl", url -> assertThat(url).endsWith("/heard-a-b-first"));
    }

    @Test
    void aConditionMayBeNamedByTheLoop() {
        var topics =
                """
                Resources:
                  Fn::ForEach::Topics:
                    - Topic
                    - [Always, c]
                    - ${Topic}Topic: {Type: AWS::SNS::Topic, Condition: !Ref Topic}
                """;
        assertThat(Written.template(HEAD + topics).notLocal())
                .extracting(NotLocal::logicalId)
                .containsExactly("AlwaysTopic");
    }

    @Test
    void aTextThatIsNoFunctionStaysAsItIs() {
        var outputs =
                """
                Outputs:
                  Fn::ForEach::Texts:
                    - Name
                    - [a]
                    - ${Name}Text: {Value: "${Name}"}
                """;
        assertThat(Written.template(HEAD + outputs).outputs(NOTHING))
                .containsEntry("aText", "${Name}");
    }

    @Test
    void aLoopThatIsNoneIsAFaultAsIsANameThatIsThereTwice() {
        assertThat(Written.faults("Resources:\n  Fn::ForEach::Queues: [Queue, [a]]\n"))
                .containsExactly(
                        "Resources.Fn::ForEach::Queues: is no identifier with a list of names and a"
                                + " mapping");
        assertThat(Written.faults(QUEUES + "  Qc: {Type: AWS::SQS::Queue}\n"))
                .containsExactly("Resources.Qc: is there twice");
    }

    @Test
    void whatNoMappingSaysIsAFault() {
        assertThat(Written.faults(QUEUES.replace("c: {Name", "d: {Name")))
                .containsExactly(
                        "Qc.Properties.QueueName.Name: finds nothing under Queues, c, Name");
    }
}
