package earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.local.run.TestStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is one line on stderr, and exit code 2. */
class MainTest {
    private final StringWriter err = new StringWriter();
    private final String home = System.getProperty("earshot.home", "");

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createDirectories(folder.resolve("infra/local"));
        Files.writeString(folder.resolve("infra/local/secrets.env"), "EARSHOT_GREETING=hello\n");
        System.setProperty("earshot.home", folder.toString());
    }

    @AfterEach
    void leaveIt() {
        System.setProperty("earshot.home", home);
    }

    private int run(String... arguments) {
        var out = System.out;
        try {
            return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        } finally {
            System.setOut(out);
        }
    }

    private void assertOneLine(String... words) {
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains(words);
    }

    @Test
    void aTakenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(run("up", "--no-demo", "--port", "" + port)).isEqualTo(2);
            assertOneLine("Port " + port, "taken");
        }
    }

    @Test
    void aMissingTemplate() {
        assertThat(run("up", "--no-demo", "--port", "0")).isEqualTo(2);
        assertOneLine("template.yaml");
    }

    @Test
    void aFaultyTemplate() throws IOException {
        Files.writeString(
                folder.resolve("template.yaml"),
                TestStack.TEMPLATE.replace(
                        "Handler: earshot.local.run.ShelfFunction", "Handlr: x"));

        assertThat(run("up", "--no-demo", "--port", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("ShelfFunction", "Handl");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void aFunctionThatIsNotBuilt() throws IOException {
        Files.writeString(folder.resolve("template.yaml"), TestStack.TEMPLATE);

        assertThat(run("up", "--no-demo", "--port", "0")).isEqualTo(2);
        assertOneLine("MailboxFunction", "not built");
    }

    @Test
    void aMissingPolicy() {
        assertThat(run("up", "--no-demo", "--port", "0", "--policy", "nowhere.yaml")).isEqualTo(2);
        assertOneLine("nowhere.yaml");
    }

    @Test
    void aFaultyPolicy() throws IOException {
        var file = Files.writeString(folder.resolve("policy.yaml"), "zone: Nowhere/Land\n");

        assertThat(run("policy", "check", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith(file.toString()));
        assertThat(err.toString()).contains("Nowhere/Land");
    }

    @Test
    void aMissingEventFile() {
        assertThat(run("event", "nowhere.json")).isEqualTo(2);
        assertOneLine("nowhere.json");
    }

    @Test
    void noStackToAsk() {
        assertThat(run("case", "list")).isEqualTo(2);
        assertOneLine("endpoints.json", "./earshot up");
    }

    @Test
    void secretsOfNoStack() {
        assertThat(run("secrets", "set", "facebook")).isEqualTo(2);
        assertOneLine("--stack");
    }

    @Test
    void noStackToLookAt() {
        assertThat(run("doctor")).isEqualTo(2);
        assertOneLine("endpoints.json", "./earshot up");
    }

    @Test
    void anUnknownOption() {
        assertThat(run("up", "--bogus")).isEqualTo(2);
        assertOneLine("--bogus", "--help");
    }
}
