package earshot.youtube;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.webhook.WebhookEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** The Lambda behind {@code /webhooks/youtube}. */
public final class YoutubeFunction implements RequestStreamHandler {
    private final WebhookEndpoint endpoint;

    public YoutubeFunction() {
        this(System.getenv());
    }

    public YoutubeFunction(Map<String, String> environment) {
        this(WebhookEndpoint.of(new YoutubeConnector(), environment, Clock.systemUTC()));
    }

    YoutubeFunction(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        endpoint.handle(event, answer);
    }
}
