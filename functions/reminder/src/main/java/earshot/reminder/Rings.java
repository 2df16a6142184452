package earshot.reminder;

import earshot.json.Json;
import earshot.queue.SqsMessage;
import earshot.queue.Wire;
import java.util.ArrayList;
import java.util.List;

/** Takes a batch of clock messages, each by itself. */
final class Rings {
    /** A write that came first is seldom followed by another: the queue brings back the rest. */
    private static final int TRIES = 5;

    private final Ringing ringing;

    Rings(Ringing ringing) {
        this.ringing = ringing;
    }

    /**
     * @return the ids of the messages that are to come again
     */
    List<String> ring(List<SqsMessage> messages) {
        var failed = new ArrayList<String>();
        for (var message : messages) {
            try {
                if (ring(message) == Ringing.Rung.LOST) {
                    failed.add(message.messageId());
                }
            } catch (RuntimeException e) {
                print(message, "failed " + e.getClass().getName());
                failed.add(message.messageId());
            }
        }
        return failed;
    }

    private Ringing.Rung ring(SqsMessage message) {
        var clock = Wire.clock(message.body());
        var rung = Ringing.Rung.LOST;
        for (int i = 0; i < TRIES && rung == Ringing.Rung.LOST; i++) {
            rung = ringing.ring(clock);
        }
        print(message, rung.name().toLowerCase(java.util.Locale.ROOT));
        return rung;
    }

    private static void print(SqsMessage message, String outcome) {
        System.out.println(
                Json.object()
                        .with("event", "clock")
                        .with("messageId", message.messageId())
                        .with("outcome", outcome)
                        .write());
    }
}
