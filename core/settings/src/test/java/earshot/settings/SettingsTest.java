package earshot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private static final String NAME = "EARSHOT_FACEBOOK_APP_SECRET";

    @Test
    void everyFaultIsNamedAtOnceWithWhereToMendIt() {
        var settings = new Settings(Map.of("EARSHOT_PORT", "many", "EARSHOT_QUEUE_POSTS", "posts"));
        settings.text("AWS_REGION");
        settings.secrets(NAME);
        settings.url("EARSHOT_QUEUE_POSTS");
        settings.number("EARSHOT_PORT", 1, 65535, 8080);
        settings.fault("One and the other contradict.");
        assertThatThrownBy(settings::orThrow)
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        """
                        This function cannot start:
                        - AWS_REGION is missing or empty. Lambda and the local run set it; nobody writes it by hand.
                        - EARSHOT_FACEBOOK_APP_SECRET is missing or empty. Locally it is a line of infra/local/secrets.env; deployed it is set by: ./earshot secrets set facebook --stack NAME
                        - EARSHOT_QUEUE_POSTS is not an absolute http or https URL. template.yaml gives it to each function, under Environment.
                        - EARSHOT_PORT is a whole number from 1 to 65535, not: many
                        - One and the other contradict.""");
    }

    @Test
    void whatIsTheRightShapeIsGiven() {
        var settings =
                new Settings(
                        Map.of(
                                "A",
                                " text ",
                                "N",
                                "7",
                                "U",
                                "https://sqs.example/1/posts",
                                "E",
                                ""));
        assertThat(settings.text("A")).isEqualTo("text");
        assertThat(settings.number("N", 1, 9, 3)).isEqualTo(7);
        assertThat(settings.number("M", 1, 9, 3)).isEqualTo(3);
        assertThat(settings.url("U")).isEqualTo(URI.create("https://sqs.example/1/posts"));
        assertThat(settings.optionalUrl("E")).isNull();
        assertThat(settings.optional("E")).isNull();
        assertThatCode(settings::orThrow).doesNotThrowAnyException();
    }

    @Test
    void settingOfANetworkHasTheNetworkInItsName() {
        assertThat(Settings.nameOf("facebook", "APP_SECRET")).isEqualTo(NAME);
        assertThat(Settings.nameOf("youtube-comments", "API_KEY"))
                .isEqualTo("EARSHOT_YOUTUBE_COMMENTS_API_KEY");
    }

    @Test
    void twoSecretsMayBeLiveAndEachAccountMayHaveItsOwn() {
        var settings =
                new Settings(Map.of(NAME, "one,two", NAME + "__42", "three", NAME + "X", "x"));
        assertThat(settings.secrets(NAME))
                .containsExactly(
                        new LiveSecret(new Secret("one"), null),
                        new LiveSecret(new Secret("two"), null),
                        new LiveSecret(new Secret("three"), "42"));
        settings.orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "one,", ",one", "one,,two", ","})
    void anEmptySecretStopsTheFunctionAtItsStart(String value) {
        var settings = new Settings(Map.of(NAME, value));
        settings.secrets(NAME);
        assertThatThrownBy(settings::orThrow)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(NAME);
    }

    @Test
    void anAccountsEmptySecretStopsTheFunctionThoughAnotherIsThere() {
        var settings = new Settings(Map.of(NAME, "one", NAME + "__42", ""));
        settings.secrets(NAME);
        assertThatThrownBy(settings::orThrow).hasMessageContaining(NAME + "__42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-me", " set-me\n", "one,set-me"})
    void aPlaceholderIsRefusedByNameWithHowToMendIt(String value) {
        var settings = new Settings(Map.of(NAME, value));
        settings.secrets(NAME);
        assertThatThrownBy(settings::orThrow)
                .hasMessageContaining(NAME + " still has its placeholder set-me.")
                .hasMessageContaining("./earshot secrets set facebook")
                .hasMessageNotContaining("missing");
    }

    @Test
    void aPlaceholderIsNoTextEither() {
        var settings = new Settings(Map.of(NAME, "set-me"));
        assertThat(settings.text(NAME)).isEmpty();
        assertThat(settings.optional(NAME)).isNull();
        assertThatThrownBy(settings::orThrow)
                .hasMessageContaining("set-me")
                .hasMessageNotContaining("missing");
    }

    @Test
    void thePlaceholderOfAllCountsForNothingWhereAccountsHaveTheirOwn() {
        var settings = new Settings(Map.of(NAME, "set-me", NAME + "__42", "three"));
        assertThat(settings.secrets(NAME))
                .containsExactly(new LiveSecret(new Secret("three"), "42"));
        settings.orThrow();
    }

    @Test
    void anAccountHasItsOwnSecretElseTheOneThatServesAll() {
        var live = new Settings(Map.of(NAME, "new,old", NAME + "__42", "own,before")).secrets(NAME);
        assertThat(LiveSecret.of(live, "42")).contains(new Secret("own"));
        assertThat(LiveSecret.of(live, "43")).contains(new Secret("new"));
        var others = new Settings(Map.of(NAME + "__42", "own")).secrets(NAME);
        assertThat(LiveSecret.of(others, "43")).isEmpty();
    }

    @Test
    void noSecretIsEverShown() {
        var settings = new Settings(Map.of(NAME, "hunter2,"));
        assertThat(settings.secrets(NAME).toString()).doesNotContain("hunter2");
        assertThatThrownBy(settings::orThrow)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    }
}
