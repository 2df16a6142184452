package earshot.local.run;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients for the embedded servers. Nothing of the user's own AWS setup is read. */
public final class AwsClients {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                            EmbeddedServers.ACCESS_KEY_ID, EmbeddedServers.SECRET_ACCESS_KEY));

    private AwsClients() {}

    public static SqsClient sqs(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(EmbeddedServers.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(EmbeddedServers.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    static DynamoDbStreamsClient streams(URI endpoint) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(EmbeddedServers.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    /** What calls the functions of the local stack. */
    public static Invoker invoker(URI endpoint) {
        return new Invoker(endpoint, EmbeddedServers.REGION, CREDENTIALS);
    }

    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)).build();
    }
}
