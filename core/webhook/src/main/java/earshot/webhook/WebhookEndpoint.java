package earshot.webhook;

import earshot.queue.QueueException;
import earshot.queue.QueueSender;
import earshot.queue.SignedQueueSender;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * The only road that a webhook walks: handshake, prove, read, queue, answer. A 2xx means that the
 * queues have confirmed all that the delivery held; what could not be read is among it, raw.
 */
public final class WebhookEndpoint {
    private final Connector connector;
    private final Proof proof;
    private final Greeting greeting;
    private final QueueSender sender;
    private final Clock clock;
    private final Journal journal;
    private final String posts;
    private final String fetches;
    private final String quarantine;

    /**
     * An endpoint that sends to what the environment names.
     *
     * @throws earshot.settings.SettingsException naming everything that the environment lacks
     */
    public static WebhookEndpoint of(
            Connector connector, Map<String, String> environment, Clock clock) {
        var settings = new Settings(environment);
        var sender = new SignedQueueSender(settings, clock);
        return new WebhookEndpoint(connector, settings, sender, clock, System.out);
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
        this.connector = connector;
        this.proof = new Proof(connector.signature(), settings);
        this.greeting = new Greeting(connector.handshake(), settings);
        this.sender = sender;
        this.clock = clock;
        this.journal = new Journal(connector.network(), log);
        this.posts = settings.text("EARSHOT_QUEUE_POSTS");
        this.fetches = settings.text("EARSHOT_QUEUE_FETCHES");
        this.quarantine = settings.text("EARSHOT_QUEUE_QUARANTINE");
        settings.orThrow();
    }

    /**
     * Takes one event of an API Gateway route or function URL (payload 2.0) and writes its answer.
     */
    public void handle(InputStream in, OutputStream out) throws IOException {
        var event = GatewayEvent.read(in);
        answer(event, clock.instant()).write(out);
    }

    private Answer answer(GatewayEvent event, Instant now) {
        return switch (event.method()) {
            case "GET" -> greet(event, now);
            case "POST" -> prove(event, now);
            default -> {
                journal.refused(event, now.toEpochMilli(), 405, "a method of no use here");
                yield new Answer(405, "", greeting.methods());
            }
        };
    }

    private Answer greet(GatewayEvent event, Instant now) {
        var answer = greeting.answer(event.rawQuery());
        journal.greeted(event, now.toEpochMilli(), answer.status());
        return answer;
    }

    private Answer prove(GatewayEvent event, Instant now) {
        var body = event.body().bytes();
        return switch (proof.judge(event.headers(), body)) {
            case Verdict.Proved(var account) ->
                    queue(
                            event,
                            new Delivery(now, event.requestId(), event.headers(), body, account));
            case Verdict.Refused(var reason) -> {
                journal.refused(event, now.toEpochMilli(), 401, reason);
                yield Answer.of(401);
            }
        };
    }

    private Answer queue(GatewayEvent event, Delivery delivery) {
        var outgoing = read(event, delivery);
        long at = delivery.receivedAt().toEpochMilli();
        try {
            sender.send(posts, outgoing.posts());
            sender.send(fetches, outgoing.fetches());
            sender.send(quarantine, outgoing.quarantine());
        } catch (QueueException e) {
            journal.unsent(event, at, e);
            return Answer.of(500);
        }
        var answer = isForm(event, outgoing.reading()) ? Answer.of(415) : Answer.OK;
        journal.queued(event, at, answer.status(), outgoing);
        return answer;
    }

    /** A fault of ours must not lose what the network will not keep for ever. */
    private Outgoing read(GatewayEvent event, Delivery delivery) {
        var network = connector.network();
        try {
            return Outgoing.of(network, delivery, connector.read(delivery));
        } catch (RuntimeException e) {
            journal.broken(event, delivery.receivedAt().toEpochMilli(), e);
            return Outgoing.of(network, delivery, Reading.unreadable("the connector failed"));
        }
    }

    /**
     * A proved form that is no JSON either is kept like all that cannot be read, and its sender is
     * told that this URL takes none: somebody is trying out a webhook by hand.
     */
    private static boolean isForm(GatewayEvent event, Reading reading) {
        var body = event.body().bytes();
        return !reading.unreadable().isEmpty()
                && event.header("content-type").startsWith("application/x-www-form-urlencoded")
                && body.length > 0
                && body[0] != '{'
                && body[0] != '[';
    }
}
