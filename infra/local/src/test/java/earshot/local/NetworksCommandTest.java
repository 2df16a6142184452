package earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** With the project's own template, events and development secrets; nothing runs. */
class NetworksCommandTest {
    @Test
    void eachNetworkIsALineWithItsRoadItsSurfacesAndItsSecrets() {
        var out = new StringWriter();
        var code = Main.commandLine().setOut(new PrintWriter(out, true)).execute("networks");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .anyMatch(
                        line ->
                                line.startsWith("facebook ")
                                        && line.contains("pushed to /webhooks/facebook, fetches")
                                        && line.contains("comment direct mention post review")
                                        && line.contains("APP_SECRET set, VERIFY_TOKEN set")
                                        && line.contains("ACCESS_TOKEN not set"))
                .anyMatch(line -> line.startsWith("x ") && line.contains("CONSUMER_SECRET set"))
                .anyMatch(
                        line ->
                                line.contains("youtube-comments")
                                        && line.contains("asks every 1 min")
                                        && line.contains("comment"));
    }
}
