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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook function hands its events to. The connector's secrets are read when it starts, and
 * again from time to time, so that one that was replaced arrives without a deployment.
 */
public final class WebhookEndpoint {
    /** The member of an event that a queue sends and a gateway never does. */
    private static final String BATCH = "Records";

    private final Supplier<WebhookRoad> road;
    private final @Nullable FetchEndpoint fetches;

    private WebhookEndpoint(Supplier<WebhookRoad> road, @Nullable FetchEndpoint fetches) {
        this.road = road;
        this.fetches = fetches;
    }

    /**
     * An endpoint that sends to what the environment names.
     *
     * @throws earshot.settings.SettingsException naming everything that the environment lacks
     */
    public static WebhookEndpoint of(
            Connector connector, Map<String, String> environment, Clock clock) {
        return new WebhookEndpoint(road(connector, environment, clock), null);
    }

    /**
     * The same for a network some of whose events only point at a post: it serves the queue of
     * these pointers too.
     *
     * @param fetcher is made of the settings; what it lacks it notes there
     */
    public static WebhookEndpoint of(
            Connector connector,
            Function<Settings, Fetcher> fetcher,
            Map<String, String> environment,
            Clock clock) {
        return new WebhookEndpoint(
                road(connector, environment, clock),
                FetchEndpoint.of(connector, fetcher, environment, clock));
    }

    private static Supplier<WebhookRoad> road(
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
        return road;
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
        this.fetches = null;
    }

    /**
     * Takes one event and writes its answer: a call of an API Gateway route or function URL
     * (payload 2.0), a replay, or a batch of the queue of fetches.
     */
    public void handle(InputStream in, OutputStream out) throws IOException {
        handle(Json.parse(in.readAllBytes()), out);
    }

    void handle(Json event, OutputStream out) throws IOException {
        if (fetches != null && event.has(BATCH)) {
            fetches.handle(event, out);
        } else {
            road.get().handle(event, out);
        }
    }
}
