package earshot.webhook;

import earshot.json.Json;
import earshot.queue.QueueSender;
import earshot.queue.SignedQueueSender;
import earshot.settings.Renewed;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What serves the events of a webhook function's queue of fetches. The secrets that the fetcher
 * asks with are read at the first of them, and again from time to time.
 */
final class FetchEndpoint {
    private final Supplier<FetchRoad> road;

    private FetchEndpoint(Supplier<FetchRoad> road) {
        this.road = road;
    }

    /**
     * An endpoint that sends to what the environment names.
     *
     * @param fetcher is made of the settings; what it lacks it notes there
     * @throws earshot.settings.SettingsException naming everything that the environment lacks
     */
    static FetchEndpoint of(
            Connector connector,
            Function<Settings, Fetcher> fetcher,
            Map<String, String> environment,
            Clock clock) {
        var journal = new Journal(connector.network(), System.out);
        return new FetchEndpoint(
                Renewed.of(
                        environment,
                        clock,
                        reason -> journal.stale(clock.instant(), reason),
                        settings ->
                                new FetchRoad(
                                        connector,
                                        fetcher.apply(settings),
                                        settings,
                                        new SignedQueueSender(settings, clock),
                                        clock,
                                        System.out)));
    }

    /**
     * @param log gets one line per decision
     * @throws earshot.settings.SettingsException naming everything that the settings lack
     */
    FetchEndpoint(
            Connector connector,
            Fetcher fetcher,
            Settings settings,
            QueueSender sender,
            Clock clock,
            PrintStream log) {
        var fixed = new FetchRoad(connector, fetcher, settings, sender, clock, log);
        settings.orThrow();
        this.road = () -> fixed;
    }

    /** Takes the event that Lambda sends for a queue and answers what is to come again. */
    void handle(Json event, OutputStream out) throws IOException {
        road.get().handle(event, out);
    }
}
