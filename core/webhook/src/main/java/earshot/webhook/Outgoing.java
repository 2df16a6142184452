package earshot.webhook;

import earshot.domain.post.Network;
import earshot.queue.Limits;
import earshot.queue.Message;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import earshot.queue.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The messages that a reading becomes, queue by queue. */
final class Outgoing {
    /** What a queue takes is a little more: 1 MiB. */
    private static final int LONGEST = 1_000_000;

    private final Network network;
    private final Harmless harmless;
    private final Delivery delivery;
    private final Reading reading;
    private final List<Message> posts = new ArrayList<>();
    private final List<Message> fetches = new ArrayList<>();
    private final List<Message> quarantine = new ArrayList<>();
    private boolean wholeIsKept;
    private int kept;

    private Outgoing(Network network, Harmless harmless, Delivery delivery, Reading reading) {
        this.network = network;
        this.harmless = harmless;
        this.delivery = delivery;
        this.reading = reading;
    }

    static Outgoing of(Network network, Harmless harmless, Delivery delivery, Reading reading) {
        var outgoing = new Outgoing(network, harmless, delivery, reading);
        for (var activity : reading.activities()) {
            outgoing.add(outgoing.posts, Wire.encode(Limits.keep(activity)));
        }
        for (var pointer : reading.toFetch()) {
            outgoing.add(outgoing.fetches, Wire.encode(pointer));
        }
        for (var unreadable : reading.unreadable()) {
            outgoing.keep(unreadable);
        }
        return outgoing;
    }

    Reading reading() {
        return reading;
    }

    List<Message> posts() {
        return posts;
    }

    List<Message> fetches() {
        return fetches;
    }

    List<Message> quarantine() {
        return quarantine;
    }

    /** How many elements or whole deliveries go to the quarantine, whatever their parts. */
    int kept() {
        return kept;
    }

    private void add(List<Message> queue, String body) {
        if (body.length() > LONGEST) {
            keep(Unreadable.whole(ReadFault.TOO_LARGE));
        } else {
            queue.add(Message.of(body));
        }
    }

    private void keep(Unreadable unreadable) {
        var alone = unreadable.alone();
        if (alone == null) {
            if (!wholeIsKept) {
                wholeIsKept = true;
                keep(unreadable.reason().sentence(), delivery.body());
            }
        } else {
            keep(unreadable.reason().sentence(), alone.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void keep(String reason, byte[] body) {
        kept++;
        var quarantined =
                new Quarantined(
                        delivery.requestId() + "/" + kept,
                        network,
                        reason,
                        delivery.receivedAt(),
                        delivery.account(),
                        harmless.headers(delivery.headers()),
                        harmless.body(body));
        for (var part : QuarantineWire.write(quarantined)) {
            quarantine.add(Message.of(part));
        }
    }
}
