package earshot.local.stack;

import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * One region of one AWS account, with the credentials of whoever sits here. Endpoints may be named
 * by the SDK's own variables ({@code AWS_ENDPOINT_URL}, {@code AWS_ENDPOINT_URL_SQS}, ...).
 *
 * @param environment of the process
 */
public record AwsAccount(
        Region region, AwsCredentialsProvider credentials, Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public AwsAccount {
        environment = Map.copyOf(environment);
    }

    /** Region and credentials as the AWS CLI finds them, unless they are named. */
    public static AwsAccount of(
            @Nullable String region, @Nullable String profile, Map<String, String> environment) {
        var credentials = DefaultCredentialsProvider.builder().profileName(profile).build();
        return new AwsAccount(
                region == null ? usualRegion(profile) : Region.of(region),
                credentials,
                environment);
    }

    private static Region usualRegion(@Nullable String profile) {
        try {
            var chain = DefaultAwsRegionProviderChain.builder();
            return profile == null
                    ? chain.build().getRegion()
                    : chain.profileName(profile).build().getRegion();
        } catch (SdkClientException e) {
            throw new UserFault("Which region is it in? Name it: --region eu-west-1", e);
        }
    }

    /** A client of a service, such as {@code SQS}. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service) {
        var endpoint = endpoint(service);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.region(region).credentialsProvider(credentials).httpClient(http()).build();
    }

    private @Nullable URI endpoint(String service) {
        var all = environment.get("AWS_ENDPOINT_URL");
        var own = environment.getOrDefault("AWS_ENDPOINT_URL_" + service, all);
        return own == null ? null : URI.create(own);
    }

    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build();
    }

    /** What a service answered. */
    record Reply(int status, String body) {}

    /** Asks a service without a body. */
    public Reply get(String service, String path, Map<String, String> query) {
        var request = request(service, SdkHttpMethod.GET, path);
        query.forEach(request::putRawQueryParameter);
        return call(service, request.build(), "");
    }

    /** Posts a form to a service of the query protocol. */
    public Reply post(String service, String form) {
        var request =
                request(service, SdkHttpMethod.POST, "/")
                        .putHeader("Content-Type", "application/x-www-form-urlencoded");
        return call(service, request.build(), form);
    }

    private SdkHttpRequest.Builder request(String service, SdkHttpMethod method, String path) {
        return SdkHttpRequest.builder().method(method).uri(root(service)).encodedPath(path);
    }

    /** Where a service is. */
    URI root(String service) {
        var named = endpoint(service);
        if (named != null) {
            return named;
        }
        var host = service.toLowerCase(Locale.ROOT) + "." + region.id();
        var suffix = region.metadata() == null ? "" : region.metadata().partition().dnsSuffix();
        return URI.create(
                "https://%s.%s".formatted(host, suffix.isEmpty() ? "amazonaws.com" : suffix));
    }

    /** By hand: the SDK's clients of these services are larger than all that is asked of them. */
    private Reply call(String service, SdkHttpRequest request, String body) {
        var signed = signed(service, request, body);
        var execution = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(execution::contentStreamProvider);
        try (var http = http()) {
            var response = http.prepareRequest(execution.build()).call();
            var stream = response.responseBody();
            if (stream.isEmpty()) {
                return new Reply(response.httpResponse().statusCode(), "");
            }
            try (var in = stream.get()) {
                return new Reply(
                        response.httpResponse().statusCode(),
                        new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UserFault("Nobody answers at " + request.getUri().getAuthority(), e);
        }
    }

    private SignedRequest signed(String service, SdkHttpRequest request, String body) {
        return AwsV4HttpSigner.create()
                .sign(
                        sign -> {
                            sign.identity(credentials.resolveCredentials())
                                    .request(request)
                                    .putProperty(
                                            AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                            service.toLowerCase(Locale.ROOT))
                                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id());
                            if (!body.isEmpty()) {
                                sign.payload(ContentStreamProvider.fromUtf8String(body));
                            }
                        });
    }
}
