package earshot.local.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.Network;
import earshot.local.run.Hearing;
import earshot.local.text.UserFault;
import earshot.recordings.RecordedCall;
import earshot.stack.Template;
import earshot.webhook.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function {@code feeds} that reads a network {@code blog}: its slug is not its network's. */
class SignerTest {
    private static final String CONNECTOR =
            """
            package elsewhere;
            import earshot.domain.post.Network;
            import earshot.webhook.*;
            public class FeedsConnector implements Connector {
              public Network network() { return new Network("blog"); }
              public Handshake handshake() { return new Handshake.None(); }
              public Signature signature() { return new Signature.HubSha256("EARSHOT_BLOG_HUB_SECRET"); }
              public Reading read(Delivery delivery) { return Reading.unreadable(ReadFault.NO_JSON); }
            }
            """;
    private static final String TEMPLATE =
            """
            Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
            Resources:
              FeedsFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: elsewhere.HANDLER
                  CodeUri: feeds.zip
                  Runtime: java25
                  Timeout: 10
                  MemorySize: 512
                  Events:
                    Call:
                      Type: HttpApi
                      Properties:
                        Method: POST
                        Path: /webhooks/feeds
            """;
    private static final RecordedCall CALL =
            RecordedCall.post("/webhooks/feeds", "{}".getBytes(UTF_8))
                    .withHeader("x-hub-signature-256", "sha256=recorded");

    @TempDir private Path folder = Path.of("");

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void code() throws IOException {
        var source = folder.resolve("FeedsConnector.java");
        Files.writeString(source, CONNECTOR);
        var path = System.getProperty("java.class.path");
        assertThat(
                        ToolProvider.getSystemJavaCompiler()
                                .run(
                                        null,
                                        null,
                                        null,
                                        "-cp",
                                        path,
                                        "-d",
                                        folder.toString(),
                                        source.toString()))
                .as("compiled")
                .isZero();
        var jar = folder.resolve("feeds.jar");
        pack(jar, "elsewhere/FeedsConnector.class", folder);
        Files.createDirectories(folder.resolve("lib"));
        Files.move(jar, folder.resolve("lib/feeds.jar"));
        pack(folder.resolve("feeds.zip"), "lib/feeds.jar", folder);
        settings.put("EARSHOT_BLOG_WEBMENTION_SECRET", "another");
        settings.put("EARSHOT_FEEDS_HUB_SECRET", "of no network");
    }

    private static void pack(Path target, String entry, Path from) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.putNextEntry(new ZipEntry(entry));
            Files.copy(from.resolve(entry), zip);
            zip.closeEntry();
        }
    }

    private Signer signer(String handler) throws IOException {
        var file = folder.resolve("template.yaml");
        Files.writeString(file, TEMPLATE.replace("HANDLER", handler));
        return new Signer(Template.read(file, Map.of()), _ -> settings);
    }

    @Test
    void theFunctionOfACallSaysWhatItsNetworkIsAndHowThatSigns() throws IOException {
        assertThat(signer("FeedsFunction").hearing(CALL))
                .isEqualTo(
                        new Hearing(
                                new Network("blog"),
                                new Signature.HubSha256("EARSHOT_BLOG_HUB_SECRET")));
    }

    @Test
    void aCallIsSignedWithTheSettingThatItsFunctionNames() throws IOException {
        settings.put("EARSHOT_BLOG_HUB_SECRET", "one");

        var signed = signer("FeedsFunction").sign(CALL);

        // openssl dgst -sha256 -hmac one
        assertThat(signed.header("x-hub-signature-256"))
                .isEqualTo(
                        "sha256=32abb24f170dc0c6fb1a5b1d51e1c4ae4edb46e4e9dc8351091a6184d6ef4798");
        assertThat(signer("FeedsFunction").forge(CALL).header("x-hub-signature-256"))
                .matches("sha256=[0-9a-f]{64}")
                .isNotEqualTo(
                        "sha256=32abb24f170dc0c6fb1a5b1d51e1c4ae4edb46e4e9dc8351091a6184d6ef4798");
    }

    @Test
    void whatCannotBeSignedIsNeverSentAsItWasRecorded() {
        assertThatThrownBy(() -> signer("FeedsFunction").sign(CALL))
                .isInstanceOf(UserFault.class)
                .hasMessage(
                        "A call of /webhooks/feeds cannot be signed: EARSHOT_BLOG_HUB_SECRET is not set");
        assertThatThrownBy(() -> signer("OtherFunction").sign(CALL))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("elsewhere.OtherConnector of FeedsFunction");
        var elsewhere = RecordedCall.post("/webhooks/blog", new byte[0]);
        assertThatThrownBy(() -> signer("FeedsFunction").sign(elsewhere))
                .isInstanceOf(UserFault.class)
                .hasMessage("No function hears POST /webhooks/blog: is it switched on?");
    }
}
