package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeReaderTest {
    @Test
    void aKeyThatIsThereTwiceIsAFault() {
        assertThat(
                        Written.faults(
                                """
                                Resources:
                                  Q:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      DelaySeconds: 1
                                      DelaySeconds: 2
                                """))
                .containsExactly("Q.Properties.DelaySeconds: is there twice");
    }

    @Test
    void whatIsNoYamlIsAFaultWithItsPlace() {
        assertThat(Written.faults("Resources: [a\n"))
                .containsExactly(
                        "template: is no YAML: expected ',' or ']', but got <stream end> in line 3,"
                                + " column 1");
    }

    @Test
    void anEmptyFileIsAFault() {
        var faults = new Faults();

        assertThat(TreeReader.read("", faults)).isEqualTo(Tree.Fields.EMPTY);
        assertThat(faults.all())
                .containsExactly(
                        new TemplateFault(
                                "template", "", "is no mapping of sections such as Resources"));
    }

    @Test
    void numbersAndFlagsStayAsTheyAreSpelled() {
        var faults = new Faults();

        assertThat(TreeReader.read("{a: 010, b: 1.50, c: yes, d: }", faults).values())
                .containsEntry("a", new Tree.Text("010"))
                .containsEntry("b", new Tree.Text("1.50"))
                .containsEntry("c", new Tree.Text("yes"))
                .containsEntry("d", new Tree.Text(""));
    }
}
