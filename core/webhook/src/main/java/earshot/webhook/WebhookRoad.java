package earshot.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import earshot.json.Json;
import earshot.queue.QuarantineWire;
import earshot.queue.QueueException;
import earshot.queue.QueueSender;
import earshot.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The only road that a webhook walks: handshake, prove, read, queue, answer. A 2xx means that the
 * queues have confirmed all that the delivery held; what could not be read is among it, raw.
 */
final class WebhookRoad {
    /** The member of an event that is no call from outside. */
    private static final String REPLAY = "replay";

    private final Connector connector;
    private final SignatureCheck proof;
    private final HandshakeAnswer greeting;
    private final Dispatch dispatch;
    private final Clock clock;
    private final Journal journal;

    /** Faults are noted in the settings. */
    WebhookRoad(
            Connector connector,
            Settings settings,
            QueueSender sender,
            Clock clock,
            PrintStream log) {
        this.connector = connector;
        this.proof = new SignatureCheck(connector.signature(), settings);
        this.greeting = new HandshakeAnswer(connector.handshake(), settings);
        this.dispatch =
                new Dispatch(
                        connector.network(), connector.signature().proofs(), settings, sender, log);
        this.journal = dispatch.journal();
        this.clock = clock;
    }

    void handle(Json event, OutputStream out) throws IOException {
        if (event.has(REPLAY)) {
            out.write(replay(event.items(REPLAY)).write().getBytes(US_ASCII));
        } else {
            answer(GatewayEvent.of(event), clock.instant()).write(out);
        }
    }

    /**
     * Reads again what was once proved and could not be read. Whoever may call the function by name
     * is one of us; a gateway wraps whatever comes from outside.
     *
     * @param parts the quarantine's messages of one delivery
     * @throws QueueException when the queues have not confirmed all of it
     */
    private Json replay(List<Json> parts) {
        var kept =
                QuarantineWire.read(
                        parts.stream().map(part -> String.valueOf(part.text())).toList());
        var delivery =
                new Delivery(
                        kept.receivedAt(), kept.id(), kept.headers(), kept.body(), kept.account());
        var reading = dispatch.read(connector, delivery);
        if (reading.unreadable().isEmpty()) {
            dispatch.send(delivery, reading);
        }
        return Json.object()
                .with("activities", reading.activities().size())
                .with("pointers", reading.toFetch().size())
                .with("ignored", reading.ignored().size())
                .withTexts(
                        "unreadable",
                        reading.unreadable().stream()
                                .map(element -> element.reason().sentence())
                                .toList())
                .build();
    }

    private Answer answer(GatewayEvent event, Instant now) {
        return switch (event.method()) {
            case "GET" -> greet(event, now);
            case "POST" -> prove(event, now);
            default -> {
                journal.refused(event, now.toEpochMilli(), 405, "a method of no use here");
                yield Answer.useOnly(greeting.methods());
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
                int status = connector.signature().refusal();
                journal.refused(event, now.toEpochMilli(), status, reason);
                yield Answer.of(status);
            }
        };
    }

    private Answer queue(GatewayEvent event, Delivery delivery) {
        var reading = dispatch.read(connector, delivery);
        try {
            dispatch.send(delivery, reading);
        } catch (QueueException e) {
            return Answer.of(500);
        }
        return isForm(event, reading) ? Answer.of(415) : Answer.OK;
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
