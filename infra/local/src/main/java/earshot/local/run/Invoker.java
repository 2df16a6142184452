package earshot.local.run;

import earshot.json.Json;
import earshot.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls functions by their names and waits for what they answer. By hand: the SDK's client of
 * Lambda is larger than the one call that is asked of it.
 *
 * @param root where Lambda's API is, deployed or local
 */
public record Invoker(URI root, String region, AwsCredentialsProvider credentials) {
    /** No function of ours runs longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What came of a call. */
    public sealed interface Answer {
        record Answered(Json json) implements Answer {}

        /**
         * @param reason in a sentence
         */
        record Failed(String reason) implements Answer {}
    }

    public Answer invoke(String function, Json event) throws IOException {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(root)
                        .encodedPath("/2015-03-31/functions/" + function + "/invocations")
                        .putHeader("Content-Type", "application/json")
                        .build();
        var signed =
                AwsV4HttpSigner.create()
                        .sign(
                                sign ->
                                        sign.identity(credentials.resolveCredentials())
                                                .request(request)
                                                .payload(body(event))
                                                .putProperty(
                                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                                        "lambda")
                                                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var call = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(call::contentStreamProvider);
        try (var http = UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build()) {
            return answer(function, http.prepareRequest(call.build()).call());
        }
    }

    private static ContentStreamProvider body(Json event) {
        return ContentStreamProvider.fromUtf8String(event.write());
    }

    private static Answer answer(String function, HttpExecuteResponse response) throws IOException {
        var answer = json(response);
        var head = response.httpResponse();
        if (head.statusCode() != 200) {
            var type = head.firstMatchingHeader("x-amzn-ErrorType").orElse("");
            return new Answer.Failed(
                    "Lambda answered %d to the call of %s: %s %s"
                            .formatted(head.statusCode(), function, type, answer.text("Message"))
                            .strip());
        }
        // Only the type: a failure's own words may quote what was sent.
        return head.firstMatchingHeader("X-Amz-Function-Error").isPresent()
                ? new Answer.Failed(
                        "%s failed with %s; its log says more"
                                .formatted(function, answer.text("errorType")))
                : new Answer.Answered(answer);
    }

    private static Json json(HttpExecuteResponse response) throws IOException {
        var stream = response.responseBody();
        if (stream.isEmpty()) {
            return Json.object().build();
        }
        try (var in = stream.get()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.isBlank() ? Json.object().build() : Json.parse(text);
        } catch (JsonException e) {
            throw new IOException("An answer that is no JSON", e);
        }
    }
}
