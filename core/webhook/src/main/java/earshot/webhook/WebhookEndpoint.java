package earshot.webhook;

import earshot.json.Json;
import earshot.queue.QueueSender;
import earshot.queue.SignedQueueSender;
import earshot.settings.Renewed;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a webhook function hands its events to. The connector's secrets are read when it starts, and
 * again from time to time, so that one that was replaced arrives without a deployment.
 */
public final class WebhookEndpoint {
    private final Supplier<WebhookRoad> road;

    private WebhookEndpoint(Supplier<WebhookRoad> road) {
        this.road = road;
    }

    /**
     * An endpoint that sends to what the environment names.
     *
     * @throws earshot.settings.SettingsException naming everything that the environment lacks
     */
    public static WebhookEndpoint of(
            Connector connector, Map<String, String> environment, Clock clock) {
        var journal = new Journal(connector.network(), System.out);
        var road =
                Renewed.of(
                        environment,
                        clock,
                        reason -> journal.stale(clock.instant(), reason),
                        settings -> {
                            var sender = new SignedQueueSender(settings, clock);
                            return new WebhookRoad(connector, settings, sender, clock, System.out);
                        });
        // Here and not at the first call: a function whose secrets are not set must not start.
        road.get();
        return new WebhookEndpoint(road);
    }

    /**
     * @param log gets one line per decision
     * @throws earshot.settings.SettingsException naming everything that the settings lack
     */
    public WebhookEndpoint(
            Connector connector,
            Settings settings,
            QueueSender sender,
            Clock clock,
            PrintStream log) {
        var fixed = new WebhookRoad(connector, settings, sender, clock, log);
        settings.orThrow();
        this.road = () -> fixed;
    }

    /**
     * Takes one event of an API Gateway route or function URL (payload 2.0) and writes its answer.
     */
    public void handle(InputStream in, OutputStream out) throws IOException {
        handle(Json.parse(in.readAllBytes()), out);
    }

    /** The same, of an event that has been parsed. */
    public void handle(Json event, OutputStream out) throws IOException {
        road.get().handle(event, out);
    }
}
