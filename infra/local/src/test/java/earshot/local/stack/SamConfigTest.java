package earshot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.local.text.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamConfigTest {
    @TempDir private Path folder = Path.of("");

    private SamConfig config(String text) throws IOException {
        return new SamConfig(Files.writeString(folder.resolve("samconfig.toml"), text));
    }

    @Test
    void aStackIsWhereItsSectionSays() throws IOException {
        var config =
                config(
                        """
                        [default.global.parameters]
                        region = "us-east-1"
                        [dev.deploy.parameters] # where we try
                        stack_name = "earshot-dev"
                        region = "eu-west-1" # near us
                        [prod.deploy.parameters]
                        region = "eu-central-1"
                        stack_name = "earshot-prod"
                        [other.deploy.parameters]
                        stack_name = "earshot-other"
                        """);
        assertThat(config.region("earshot-dev")).isEqualTo("eu-west-1");
        assertThat(config.region("earshot-prod")).isEqualTo("eu-central-1");
        assertThat(config.region("earshot-other")).isNull();
        assertThat(config.region("earshot")).isNull();
    }

    @Test
    void withoutTheFileNothingIsSaid() {
        assertThat(new SamConfig(folder.resolve("none")).region("earshot-dev")).isNull();
    }

    @Test
    void theStacksOfThisProjectAreFound() {
        var config = new SamConfig(Project.ofThisProcess().samConfig());
        assertThat(config.region("earshot-dev")).isNotBlank();
        assertThat(config.region("earshot-prod")).isNotBlank();
    }
}
