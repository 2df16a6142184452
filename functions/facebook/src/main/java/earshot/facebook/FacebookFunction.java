package earshot.facebook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.webhook.WebhookEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** The Lambda behind {@code /webhooks/facebook}; it also fetches what a mention only points at. */
public final class FacebookFunction implements RequestStreamHandler {
    private final WebhookEndpoint endpoint;

    public FacebookFunction() {
        this(System.getenv());
    }

    public FacebookFunction(Map<String, String> environment) {
        endpoint =
                WebhookEndpoint.of(
                        new FacebookConnector(), GraphFetcher::of, environment, Clock.systemUTC());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        endpoint.handle(event, answer);
    }
}
