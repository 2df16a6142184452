package earshot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import earshot.json.Json;
import earshot.local.text.UserFault;
import earshot.stack.SecretResource;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretEditTest {
    private static final SecretResource FACEBOOK = facebook("/earshot/facebook");

    private static SecretResource facebook(String name) {
        return new SecretResource(
                "facebookSecrets",
                name,
                "arn",
                List.of("APP_SECRET", "VERIFY_TOKEN"),
                List.of("ACCESS_TOKEN"));
    }

    private static SecretEdit edit(String... lines) {
        return SecretEdit.of(FACEBOOK, Stream.of(lines));
    }

    @Test
    void whatIsNamedIsReplacedAndTheRestStays() {
        var members = Map.of("APP_SECRET", "old", "VERIFY_TOKEN", "kept", "OTHER", "kept");
        assertThat(edit("# a comment", "", " APP_SECRET = new,old ").over(members))
                .isEqualTo(
                        Map.of("APP_SECRET", "new,old", "VERIFY_TOKEN", "kept", "OTHER", "kept"));
    }

    @Test
    void aValueMayHoldAnEqualsSign() {
        assertThat(edit("APP_SECRET=whsec_abc==").changes())
                .containsEntry("APP_SECRET", "whsec_abc==");
    }

    @Test
    void aNameMayBeWrittenAsTheVariableThatItBecomes() {
        assertThat(edit("EARSHOT_FACEBOOK_APP_SECRET=a", "ACCESS_TOKEN=b").names())
                .containsExactly("ACCESS_TOKEN", "APP_SECRET");
    }

    @Test
    void anAccountMayHaveItsOwnAndLoseIt() {
        assertThat(edit("APP_SECRET__42=own").over(Map.of()))
                .isEqualTo(Map.of("APP_SECRET__42", "own"));
        assertThat(edit("APP_SECRET__42=").over(Map.of("APP_SECRET__42", "own", "APP_SECRET", "a")))
                .isEqualTo(Map.of("APP_SECRET", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APP_SECRTE=hunter2",
                "APP_SECRET__=hunter2",
                "hunter2",
                "=hunter2",
                "APP_SECRET=",
                "APP_SECRET=set-me",
                "# nothing"
            })
    void whatCannotBeMeantIsRefusedAndNoValueIsShown(String line) {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(
                        () ->
                                edit(
                                        "VERIFY_TOKEN=hunter2".repeat(line.startsWith("#") ? 0 : 1),
                                        line))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> edit("APP_SECRTE=x"))
                .withMessage(
                        "facebook has no APP_SECRTE. There is: APP_SECRET, VERIFY_TOKEN,"
                                + " ACCESS_TOKEN");
    }

    @Test
    @ExtendWith(LocalCloudExtension.class)
    void theSecretOfADeployedStackIsReadAndWritten(LocalCloud cloud) {
        try (var account = new FakeAccount(cloud);
                var site = account.site()) {
            var facebook = facebook(account.secret("facebook"));
            var before = site.secret(facebook);
            site.secrets().write(facebook, edit("APP_SECRET=new").over(before));

            assertThat(Json.parse(account.secrets.getOrDefault(account.secret("facebook"), "")))
                    .isEqualTo(
                            Json.object()
                                    .with("APP_SECRET", "new")
                                    .with("VERIFY_TOKEN", "t")
                                    .build());
        }
    }
}
