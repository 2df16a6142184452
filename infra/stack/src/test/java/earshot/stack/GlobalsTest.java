package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalsTest {
    private static final String FUNCTIONS =
            """
            Globals:
              Function:
                Runtime: java25
                Timeout: 10
                Environment:
                  Variables: {BOTH: theirs, GLOBAL: theirs}
            Resources:
              A:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: earshot.A
                  CodeUri: a.zip
                  Timeout: 20
                  Environment:
                    Variables: {BOTH: mine, OWN: mine}
              B:
                Type: AWS::Serverless::Function
                Properties: {Handler: earshot.B, CodeUri: b.zip}
            """;

    @Test
    void whatAFunctionSaysItselfStandsOverTheGlobals() {
        var own = Written.template(FUNCTIONS).functions().getFirst();

        assertThat(own.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(own.environment())
                .containsEntry("BOTH", "mine")
                .containsEntry("OWN", "mine")
                .containsEntry("GLOBAL", "theirs");
    }

    @Test
    void aFunctionThatSaysNothingHasTheGlobals() {
        var silent = Written.template(FUNCTIONS).functions().getLast();

        assertThat(silent.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(silent.environment()).containsEntry("BOTH", "theirs").doesNotContainKey("OWN");
    }

    @Test
    void listsAreJoined() {
        var tags =
                Globals.over(
                        new Tree.Items(List.of(new Tree.Text("a"))),
                        new Tree.Items(List.of(new Tree.Text("b"))));

        assertThat(tags).isEqualTo(new Tree.Items(List.of(new Tree.Text("a"), new Tree.Text("b"))));
    }
}
