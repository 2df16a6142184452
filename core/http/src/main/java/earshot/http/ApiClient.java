package earshot.http;

import static java.net.http.HttpResponse.BodyHandlers.limiting;
import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a network's API: one request at a time, within limits, never redirected. What comes back is
 * bytes, not yet understood.
 */
public final class ApiClient {
    /** The largest answer that is read, in bytes. */
    public static final int LARGEST = 8_000_000;

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Duration patience;
    private @Nullable HttpClient http;

    /**
     * @param patience for one whole answer
     */
    public ApiClient(Duration patience) {
        this.patience = patience;
    }

    /** What asking came to. */
    public sealed interface Answer {
        /** The network answered, if only that it will not. */
        record Answered(int status, Body body) implements Answer {}

        /**
         * It did not answer, not wholly, or only that it is busy (429 and 5xx).
         *
         * @param why constant words
         * @param retryAfter what it asked us to wait, where it did
         */
        record Unanswered(String why, @Nullable Duration retryAfter) implements Answer {}
    }

    /** The bytes of an answer; not copied. */
    public static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    public Answer get(URI resource, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(resource).GET(), headers);
    }

    /**
     * @param form already encoded
     */
    public Answer post(URI resource, Map<String, String> headers, String form) {
        return send(
                HttpRequest.newBuilder(resource)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                headers);
    }

    private Answer send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        // The request's own timeout ends with the headers: a body may drip for ever.
        var sent = client().sendAsync(request.build(), limiting(ofByteArray(), LARGEST));
        try {
            return answered(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return new Answer.Unanswered(
                    "no whole answer: " + cause.getClass().getSimpleName(), null);
        } catch (TimeoutException _) {
            sent.cancel(true);
            return new Answer.Unanswered("no whole answer in time", null);
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Unanswered("interrupted", null);
        }
    }

    private static Answer answered(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        return status == 429 || status >= 500
                ? new Answer.Unanswered("busy: " + status, retryAfter(answer))
                : new Answer.Answered(status, new Body(answer.body()));
    }

    /** Seconds; the other form that HTTP has, a date, is not used by APIs. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        var text = answer.headers().firstValue("retry-after").orElse("");
        return text.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    /** Made when first needed: a webhook that fetches nothing does not pay for it at its start. */
    private synchronized HttpClient client() {
        if (http == null) {
            http =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(CONNECT)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }
        return http;
    }
}
