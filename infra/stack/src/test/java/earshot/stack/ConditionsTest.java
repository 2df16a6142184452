package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    !Equals [a, a]                                     | true
                    !Equals [a, b]                                     | false
                    !Not [!Equals [a, b]]                              | true
                    !And [!Equals [a, a], !Equals [b, b]]              | true
                    !And [!Equals [a, a], !Equals [a, b]]              | false
                    !Or [!Equals [a, b], !Equals [b, b]]               | true
                    !Or [!Equals [a, b], !Equals [b, a]]               | false
                    !Condition Later                                   | true
                    !Not [!Condition Later]                            | false
                    {'Fn::Equals': [!Ref AWS::Partition, aws]}         | true
                    """)
    void aConditionHoldsWhenItsFunctionsSaySo(String condition, String holds) {
        var head =
                "Conditions:\n  It: "
                        + condition
                        + "\n  Later: !Equals [!Ref AWS::Region, eu-west-1]\nResources: {}";

        assertThat(Written.output(head, "!If [It, 'true', 'false']")).isEqualTo(holds);
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldIsNotThere() {
        var yaml =
                """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Q: {Type: AWS::SQS::Queue, Condition: Never}
                """;

        assertThat(Written.template(yaml).queues()).isEmpty();
        assertThat(Written.faults(Written.outputting(yaml, "!Ref Q")))
                .containsExactly("Outputs.It.Value: names what this stack leaves out: Q");
    }

    @Test
    void conditionsThatNeedEachOtherAreAFault() {
        assertThat(
                        Written.faults(
                                """
                                Conditions:
                                  A: !Condition B
                                  B: !Not [!Condition A]
                                """))
                .anyMatch(fault -> fault.contains("depends on itself through [A, B]"));
    }

    @Test
    void whatIsNoConditionIsAFault() {
        assertThat(
                        Written.faults(
                                """
                                Conditions:
                                  Text: "true"
                                  Sub: !Sub "true"
                                  Nothing: !Condition Nobody
                                  Parts: !And a
                                  One: !Not [!Equals [a, a], !Equals [a, a]]
                                """))
                .containsExactly(
                        "Conditions.Text: is a text, not a condition",
                        "Conditions.Sub: !Sub is no condition",
                        "Conditions.Nothing: names no condition: Nobody",
                        "Conditions.Parts: is a text, not a list of conditions",
                        "Conditions.One: !Not takes a list of 1");
    }

    @Test
    void aResourceWithAConditionThatNobodyDeclaredIsAFault() {
        assertThat(
                        Written.faults(
                                """
                                Resources:
                                  Q: {Type: AWS::SQS::Queue, Condition: Mine}
                                """))
                .containsExactly("Q.Condition: names no condition: Mine");
    }

    private static final String SOME =
            """
            Conditions:
              Never: !Equals [a, b]
            Resources:
              Gone:
                Type: AWS::SQS::Queue
                Condition: Never
              Kept:
                Type: AWS::SQS::Queue
            """;

    @Test
    void whatIsLeftOutMayBeNamedWhereItIsNotUsed() {
        assertThat(Written.output(SOME, "!If [Never, !GetAtt Gone.Arn, !GetAtt Kept.QueueName]"))
                .isEqualTo("Kept");
    }

    @Test
    void whatIsLeftOutIsAFaultWhereItIsUsed() {
        assertThat(Written.faults(Written.outputting(SOME, "!If [Never, a, !Ref Gone]")))
                .containsExactly("Outputs.It.Value: names what this stack leaves out: Gone");
    }

    @Test
    void anOutputWhoseConditionDoesNotHoldIsNotThere() {
        assertThat(Written.faults(Written.outputting(SOME, "!Ref Gone\n    Condition: Never")))
                .isEmpty();
        assertThat(Written.output(SOME, "!Ref Gone\n    Condition: Never")).isEmpty();
    }
}
