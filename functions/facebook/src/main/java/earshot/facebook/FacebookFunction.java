package earshot.facebook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.json.Json;
import earshot.webhook.FetchEndpoint;
import earshot.webhook.WebhookEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** The Lambda behind {@code /webhooks/facebook}; it also fetches what a mention only points at. */
public final class FacebookFunction implements RequestStreamHandler {
    private final WebhookEndpoint webhook;
    private final FetchEndpoint fetches;

    public FacebookFunction() {
        this(System.getenv());
    }

    public FacebookFunction(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    private FacebookFunction(Map<String, String> environment, Clock clock) {
        var connector = new FacebookConnector();
        webhook = WebhookEndpoint.of(connector, environment, clock);
        fetches = FetchEndpoint.of(connector, GraphFetcher::of, environment, clock);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        var json = Json.parse(event.readAllBytes());
        if (json.has("Records")) {
            fetches.handle(json, answer);
        } else {
            webhook.handle(json, answer);
        }
    }
}
