package earshot.youtubelease;

import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.json.MetricLine;
import java.io.PrintStream;
import java.time.Instant;

/**
 * One structured line per channel and hour, which CloudWatch counts too: how many hours are left,
 * and whether the last try failed.
 */
record LeaseLog(PrintStream out) {
    void lease(String channel, String decision, Lease lease, Instant now) {
        print(
                new MetricLine(now)
                        .by("network", Channels.YOUTUBE.slug())
                        .count("leaseHours", lease.hoursLeft(now))
                        .count("leaseFailures", lease.failures() == 0 ? 0 : 1)
                        .members()
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
