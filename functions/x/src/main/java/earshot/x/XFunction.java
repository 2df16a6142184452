package earshot.x;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.webhook.WebhookEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** The Lambda behind {@code /webhooks/x}. */
public final class XFunction implements RequestStreamHandler {
    private final WebhookEndpoint endpoint;

    public XFunction() {
        this(System.getenv());
    }

    public XFunction(Map<String, String> environment) {
        this(WebhookEndpoint.of(new XConnector(), environment, Clock.systemUTC()));
    }

    XFunction(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        endpoint.handle(event, answer);
    }
}
