package earshot.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretReaderTest {
    private static String secret(String name, String text) {
        return """
        Resources:
          Hidden:
            Type: AWS::SecretsManager::Secret
            Metadata: {Optional: ACCESS_TOKEN}
            Properties:
              Name: %s
              SecretString: '%s'
        """
                .formatted(name, text);
    }

    @Test
    void aSecretNamesTheSettingsOfItsNetwork() {
        var text = "{\"ONE\":\"set-me\",\"AN_OTHER\":\"set-me\"}";
        assertThat(Written.template(secret("/earshot-dev/far-away", text)).secrets())
                .singleElement()
                .satisfies(
                        secret -> {
                            assertThat(secret.network()).isEqualTo("far-away");
                            assertThat(secret.required()).containsExactly("ONE", "AN_OTHER");
                            assertThat(secret.optional()).containsExactly("ACCESS_TOKEN");
                        });
    }

    @Test
    void aSecretOfAnotherNameOrWithAValueIsAFault() {
        assertThat(Written.faults(secret("mine", "{\"ONE\":\"hunter2\"}")))
                .containsExactly(
                        "Hidden.Properties.Name: is not /<prefix>/<network>: mine",
                        "Hidden.Properties.SecretString: is not {\"SETTING\":\"set-me\",...}");
    }
}
