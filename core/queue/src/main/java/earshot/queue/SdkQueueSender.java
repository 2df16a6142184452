package earshot.queue;

import earshot.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends through the SDK's client: for functions that start from a snapshot, where the client is
 * there already and the credentials come from the container after it.
 */
public final class SdkQueueSender implements QueueSender {
    private final SqsClient sqs;
    private final Batches batches = new Batches(this::call);

    public SdkQueueSender(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** The client that the environment describes; faults are noted in the settings. */
    public static SqsClient client(Settings settings) {
        var region = settings.text("AWS_REGION");
        var builder =
                SqsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.of(region.isEmpty() ? "missing" : region));
        var endpoint = settings.optionalUrl("AWS_ENDPOINT_URL_SQS");
        if (endpoint == null) {
            return builder.build();
        }
        // A local server: its credentials are those of the given environment, not the process's.
        var credentials =
                AwsBasicCredentials.create(
                        settings.text("AWS_ACCESS_KEY_ID"), settings.text("AWS_SECRET_ACCESS_KEY"));
        return builder.endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    @Override
    public void send(String queueUrl, List<Message> messages) {
        batches.send(queueUrl, messages);
    }

    private List<Message> call(String queueUrl, List<Message> batch)
            throws IOException, BatchCall.RefusedException {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            entries.add(entry(i, batch.get(i)));
        }
        try {
            var answer = sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
            return named(answer.failed(), batch);
        } catch (SdkClientException e) {
            throw new IOException(e.getMessage(), e);
        } catch (SqsException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                throw new IOException("SQS answered " + e.statusCode(), e);
            }
            throw new BatchCall.RefusedException("SQS answered " + e.getMessage());
        }
    }

    private static SendMessageBatchRequestEntry entry(int index, Message message) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .messageBody(message.body())
                .delaySeconds(message.delaySeconds())
                .build();
    }

    private static List<Message> named(List<BatchResultErrorEntry> failed, List<Message> batch) {
        var ids = new HashSet<String>();
        failed.forEach(error -> ids.add(error.id()));
        List<Message> left = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (ids.contains(Integer.toString(i))) {
                left.add(batch.get(i));
            }
        }
        return left;
    }
}
