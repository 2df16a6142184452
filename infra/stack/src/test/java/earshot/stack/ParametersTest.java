package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final String PARAMETERS =
            """
            Parameters:
              Prefix: {Type: String, Default: heard, AllowedPattern: "[a-z]+"}
              Days: {Type: Number, Default: 30}
              Processor: {Type: String, Default: arm64, AllowedValues: [arm64, x86_64]}
              Secret: {Type: String, NoEcho: true, MinLength: 1}
            """;

    @Test
    void aValueThatIsGivenStandsInPlaceOfTheDefault() {
        var given = Map.of("Secret", "hush", "Days", "7");

        assertThat(Written.output(PARAMETERS, "!Sub '${Prefix} ${Days} ${Secret}'", given))
                .isEqualTo("heard 7 hush");
    }

    @Test
    void aParameterWithoutAnyValueIsAFault() {
        assertThat(Written.faults(PARAMETERS))
                .containsExactly("Parameters.Secret: has no default: give it a value");
    }

    @Test
    void aValueForAParameterThatIsNotThereIsAFault() {
        assertThat(Written.faults(PARAMETERS, Map.of("Secret", "hush", "Sceret", "hush")))
                .containsExactly("Parameters: has no parameter Sceret");
    }

    @Test
    void aValueThatIsNotAllowedIsAFault() {
        var given = Map.of("Secret", "", "Prefix", "Q", "Days", "a week", "Processor", "z80");

        assertThat(Written.faults(PARAMETERS, given))
                .containsExactly(
                        "Parameters.Prefix: does not match [a-z]+",
                        "Parameters.Days: is no whole number: a week",
                        "Parameters.Processor: is none of [arm64, x86_64]: z80",
                        "Parameters.Secret: is too short");
    }

    @Test
    void aKindOfParameterThatNobodyCanFillInHereIsAFault() {
        assertThat(
                        Written.faults(
                                "Parameters:\n  P: {Type: 'AWS::SSM::Parameter::Value<String>',"
                                        + " Default: x}"))
                .containsExactly(
                        "Parameters.P.Type: is not read here: AWS::SSM::Parameter::Value<String>");
    }

    @Test
    void aPatternThatIsNoneIsAFault() {
        assertThat(
                        Written.faults(
                                "Parameters:\n  P: {Type: String, Default: x, AllowedPattern:"
                                        + " '[a'}"))
                .containsExactly("Parameters.P.AllowedPattern: is no regular expression: [a");
    }

    @Test
    void aNumberThatIsTooSmallIsAFault() {
        assertThat(Written.faults("Parameters: {Units: {Type: Number, Default: 0, MinValue: 1}}"))
                .containsExactly("Parameters.Units: is too small: 0");
    }
}
