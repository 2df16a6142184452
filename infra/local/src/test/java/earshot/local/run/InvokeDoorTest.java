package earshot.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokeDoorTest {
    private static final Json EVENT =
            Json.object().with("greeting", "good \u00e4vening \u0001").build();

    private final RunningStack stack;
    private final Invoker invoker;

    InvokeDoorTest(@TempDir Path folder) {
        stack = new TestStack(folder).start(TestStack.TEMPLATE);
        invoker = AwsClients.invoker(stack.endpoints().lambda());
    }

    @BeforeAll
    void open() {
        stack.open();
    }

    @AfterAll
    void close() {
        stack.close();
    }

    @Test
    void aFunctionIsCalledByItsNameWithTheEventItself() throws IOException {
        var answer = invoker.invoke("local-echo", EVENT);

        assertThat(answer).isEqualTo(new Invoker.Answer.Answered(EVENT));
    }

    @Test
    void aFunctionThatThrowsFailsWithTheTypeOfItsFaultAlone() throws IOException {
        var answer = invoker.invoke("local-falling", EVENT);

        assertThat(answer).isInstanceOf(Invoker.Answer.Failed.class);
        assertThat(answer.toString())
                .contains("local-falling failed with java.lang.IllegalStateException")
                .doesNotContain("it fell over");
    }

    @Test
    void aFunctionThatOverrunsItsTimeoutFails() throws IOException {
        assertThat(invoker.invoke("local-sleepy", EVENT).toString()).contains("Timedout");
    }

    @Test
    void aFunctionThatIsNotThereIsSaidToBeMissing() throws IOException {
        assertThat(invoker.invoke("local-nobody", EVENT).toString())
                .contains("404", "ResourceNotFoundException", "local-nobody");
    }

    @Test
    void theFrontDoorKnowsNoCallsByName() throws Exception {
        var stranger =
                new Invoker(
                        stack.endpoints().http(), EmbeddedServers.REGION, invoker.credentials());

        assertThat(stranger.invoke("local-echo", EVENT).toString()).contains("404");
    }

    @Test
    void whoDoesNotSignIsRefused() throws Exception {
        var uri = stack.endpoints().lambda() + "/2015-03-31/functions/local-echo/invocations";
        var call =
                HttpRequest.newBuilder(URI.create(uri))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
        var wrong =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("somebody", "else"));
        assertThat(
                        new Invoker(stack.endpoints().lambda(), EmbeddedServers.REGION, wrong)
                                .invoke("local-echo", EVENT)
                                .toString())
                .contains("403");
    }
}
