package earshot.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Posts notices to a URL, signed as the Standard Webhooks specification says. It asks twice at
 * most: who is away for longer is asked again by the queue.
 */
final class SignedWebhook implements Channel {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** With less time than this nothing is begun that could not be noted as sent. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private static final long SHORTEST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(400).toNanos();

    private final URI url;
    private final Supplier<SigningKeys> keys;
    // One attempt is one call: this client neither repeats a POST by itself nor waits for longer
    // than it is told, both of which HttpURLConnection does.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();

    SignedWebhook(URI url, Supplier<SigningKeys> keys) {
        this.url = url;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Outcome deliver(String id, String body, Instant now, Deadline deadline) {
        var first = attempt(id, body, now, deadline.left());
        if (!(first instanceof Outcome.Refused(_, boolean passing)) || !passing) {
            return first;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
        var left = deadline.left();
        return left.compareTo(LEAST) < 0 ? first : attempt(id, body, now, left);
    }

    private Outcome attempt(String id, String body, Instant now, Duration left) {
        if (left.compareTo(LEAST) < 0) {
            return new Outcome.Refused("no time left", false);
        }
        var limit = left.compareTo(ANSWER) < 0 ? left : ANSWER;
        try {
            var answer = http.send(request(id, body, now, limit), BodyHandlers.ofInputStream());
            // Closed unread: the status says it all, and a body may never end.
            answer.body().close();
            return judge(answer.statusCode());
        } catch (IOException e) {
            // The type only: the words may name the URL, which may hold a secret.
            return new Outcome.Refused(e.getClass().getSimpleName(), true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("interrupted", false);
        }
    }

    private HttpRequest request(String id, String body, Instant now, Duration limit) {
        long seconds = now.getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(limit)
                .header("content-type", "application/json")
                .header("user-agent", "earshot")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", keys.get().sign(id, seconds, body))
                .POST(BodyPublishers.ofString(body, US_ASCII))
                .build();
    }

    private static Outcome judge(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        return new Outcome.Refused("HTTP " + status, status == 429 || status >= 500);
    }
}
