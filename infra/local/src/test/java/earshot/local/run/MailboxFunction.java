package earshot.local.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A function to test the runner with: it queues each body, and answers with what it was given. */
public final class MailboxFunction implements RequestStreamHandler {
    private final SqsClient sqs;
    private final String queue;
    private final String greeting;

    public MailboxFunction(Map<String, String> environment) {
        sqs = AwsClients.sqs(URI.create(required(environment, "AWS_ENDPOINT_URL_SQS")));
        queue = required(environment, "EARSHOT_QUEUE_POSTS");
        greeting = required(environment, "EARSHOT_GREETING");
    }

    static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var event = Json.parse(input.readAllBytes());
        var body = event.text("body");
        if (body != null && !body.isEmpty()) {
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body));
        }
        var seen =
                Json.object()
                        .with("greeting", greeting)
                        .with("function", context.getFunctionName())
                        .with("hurry", context.getRemainingTimeInMillis() <= 2_000)
                        .with("event", event)
                        .write();
        var answer =
                Json.object()
                        .with("statusCode", 202)
                        .with("headers", Json.object().with("x-seen", "yes").build())
                        .with("body", seen)
                        .write();
        output.write(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
