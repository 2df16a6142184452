package earshot.settings;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * One signed request to an AWS service over the connection that the JDK brings: a client of the SDK
 * costs three times as much when a webhook function starts cold. The signer is the SDK's own.
 */
public final class SignedCall {
    private static final int CONNECT_MILLISECONDS = 1_000;
    private static final int READ_MILLISECONDS = 3_000;

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String service;
    private final String contentType;
    private final String region;
    private final Supplier<? extends AwsCredentialsIdentity> identity;
    private final Clock clock;

    /**
     * @param service as signatures name it, such as {@code sqs}
     * @param contentType of the service's protocol, such as {@code application/x-amz-json-1.0}
     * @param identity is asked at each call: some expire
     */
    public SignedCall(
            String service,
            String contentType,
            Settings settings,
            Supplier<? extends AwsCredentialsIdentity> identity,
            Clock clock) {
        this.service = service;
        this.contentType = contentType;
        this.region = settings.text("AWS_REGION");
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Who Lambda's variables say that we are; faults are noted in the settings. A function that
     * starts from a snapshot has no such variables.
     */
    public static Supplier<AwsCredentialsIdentity> identity(Settings settings) {
        var id = settings.text("AWS_ACCESS_KEY_ID");
        var secret = settings.text("AWS_SECRET_ACCESS_KEY");
        var token = settings.optional("AWS_SESSION_TOKEN");
        if (id.isEmpty() || secret.isEmpty()) {
            return () -> AwsCredentialsIdentity.create("missing", "missing");
        }
        var identity =
                token == null
                        ? AwsCredentialsIdentity.create(id, secret)
                        : AwsSessionCredentialsIdentity.create(id, secret, token);
        return () -> identity;
    }

    /**
     * Posts once.
     *
     * @param target names the operation, such as {@code AmazonSQS.SendMessageBatch}
     * @throws IOException where no answer came
     */
    public Reply post(URI to, String target, byte[] body) throws IOException {
        var connection = open(signed(to, target, body), body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        // Read to its end also when it is of no interest: only then is the connection kept alive.
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private SdkHttpRequest signed(URI to, String target, byte[] body) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(to)
                        .putHeader("Content-Type", contentType)
                        .putHeader("X-Amz-Target", target)
                        .build();
        return signer.sign(
                        SignRequest.builder(identity.get())
                                .request(request)
                                .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
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

    /** What the service answered. */
    public static final class Reply {
        private final int status;
        private final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }
    }
}
