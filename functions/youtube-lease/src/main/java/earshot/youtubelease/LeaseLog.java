package earshot.youtubelease;

import earshot.json.Json;
import earshot.json.JsonMembers;
import java.io.PrintStream;
import java.time.Instant;

/**
 * One structured line per channel and hour: how many hours are left, of which the template makes a
 * metric, and how often the hub has failed since it last agreed.
 */
record LeaseLog(PrintStream out) {
    void lease(String channel, String decision, Lease lease, Instant now) {
        print(
                Json.object()
                        .with("network", Channels.YOUTUBE.slug())
                        .with("leaseHours", Json.of(lease.hoursLeft(now)))
                        .with("event", "lease")
                        .with("decision", decision)
                        .with("channel", channel)
                        .with("failures", Json.of(lease.failures()))
                        .with("status", lease.status()));
    }

    /** Nothing was asked, of one channel or of all. */
    void idle(String reason) {
        print(Json.object().with("event", "lease").with("decision", "idle").with("reason", reason));
    }

    private void print(JsonMembers line) {
        out.println(line.write());
    }
}
