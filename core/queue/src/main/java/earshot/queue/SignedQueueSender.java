package earshot.queue;

import earshot.settings.Settings;
import earshot.settings.SignedCall;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends by one signed request, without a client of the SDK: for functions that start cold. */
public final class SignedQueueSender implements QueueSender {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final String TARGET = "AmazonSQS.SendMessageBatch";

    private final Batches batches = new Batches(this::call);
    private final SignedCall call;
    private final @Nullable URI endpoint;

    /** Reads where to send and as whom; faults are noted in the settings. */
    public SignedQueueSender(Settings settings, Clock clock) {
        this.call =
                new SignedCall("sqs", CONTENT_TYPE, settings, SignedCall.identity(settings), clock);
        this.endpoint = settings.optionalUrl("AWS_ENDPOINT_URL_SQS");
    }

    @Override
    public void send(String queueUrl, List<Message> messages) {
        batches.send(queueUrl, messages);
    }

    private List<Message> call(String queueUrl, List<Message> batch)
            throws IOException, BatchCall.RefusedException {
        var to = endpoint == null ? URI.create(queueUrl).resolve("/") : endpoint;
        var reply = call.post(to, TARGET, BatchJson.request(queueUrl, batch));
        return BatchJson.unconfirmed(reply.status(), reply.body(), batch);
    }
}
