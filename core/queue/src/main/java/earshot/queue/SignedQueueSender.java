package earshot.queue;

import earshot.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Sends by one signed request over the connection that the JDK brings: a client of the SDK costs
 * three times as much when a webhook function starts cold. The signer is the SDK's own.
 */
public final class SignedQueueSender implements QueueSender {
    private static final int CONNECT_MILLISECONDS = 1_000;
    private static final int READ_MILLISECONDS = 3_000;
    private static final String TARGET = "AmazonSQS.SendMessageBatch";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Batches batches = new Batches(this::call);
    private final AwsCredentialsIdentity identity;
    private final String region;
    private final @Nullable URI endpoint;
    private final Clock clock;

    /** Reads where to send and as whom; faults are noted in the settings. */
    public SignedQueueSender(Settings settings, Clock clock) {
        this.region = settings.text("AWS_REGION");
        this.endpoint = settings.optionalUrl("AWS_ENDPOINT_URL_SQS");
        this.identity = identity(settings);
        this.clock = clock;
    }

    @Override
    public void send(String queueUrl, List<Message> messages) {
        batches.send(queueUrl, messages);
    }

    private static AwsCredentialsIdentity identity(Settings settings) {
        var id = settings.text("AWS_ACCESS_KEY_ID");
        var secret = settings.text("AWS_SECRET_ACCESS_KEY");
        var token = settings.optional("AWS_SESSION_TOKEN");
        if (id.isEmpty() || secret.isEmpty()) {
            return AwsCredentialsIdentity.create("missing", "missing");
        }
        return token == null
                ? AwsCredentialsIdentity.create(id, secret)
                : AwsSessionCredentialsIdentity.create(id, secret, token);
    }

    private List<Message> call(String queueUrl, List<Message> batch)
            throws IOException, BatchCall.RefusedException {
        var body = BatchJson.request(queueUrl, batch);
        var request = signed(endpoint == null ? URI.create(queueUrl).resolve("/") : endpoint, body);
        var connection = open(request, body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        // Read to its end also when it is of no interest: only then is the connection kept alive.
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var answer = in == null ? new byte[0] : in.readAllBytes();
            return BatchJson.unconfirmed(status, answer, batch);
        }
    }

    private SdkHttpRequest signed(URI to, byte[] body) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(to)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .putHeader("X-Amz-Target", TARGET)
                        .build();
        return signer.sign(
                        SignRequest.builder(identity)
                                .request(request)
                                .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                                .build())
                .request();
    }

    private static HttpURLConnection open(SdkHttpRequest request, int length) throws IOException {
        var connection = (HttpURLConnection) request.getUri().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout(READ_MILLISECONDS);
        connection.setInstanceFollowRedirects(false);
        connection.setFixedLengthStreamingMode(length);
        for (var header : request.headers().entrySet()) {
            for (var value : header.getValue()) {
                connection.setRequestProperty(header.getKey(), value);
            }
        }
        return connection;
    }
}
