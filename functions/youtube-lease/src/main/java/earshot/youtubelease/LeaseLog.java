package earshot.youtubelease;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonMembers;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/**
 * One structured line per channel and hour, which is at the same time a metric in CloudWatch's
 * embedded format: how many hours are left, and whether the last try failed.
 */
record LeaseLog(PrintStream out) {
    void lease(String channel, String decision, Lease lease, Instant now) {
        print(
                line(decision)
                        .with("_aws", metrics(now))
                        .with("network", Channels.YOUTUBE.slug())
                        .with("channel", channel)
                        .with("leaseHours", Json.of(lease.hoursLeft(now)))
                        .with("leaseFailures", lease.failures() == 0 ? 0 : 1)
                        .with("failures", Json.of(lease.failures()))
                        .with("status", lease.status()));
    }

    /** Nothing was asked, of one channel or of all. */
    void idle(String reason) {
        print(line("idle").with("reason", reason));
    }

    private static JsonMembers line(String decision) {
        return Json.object().with("event", "lease").with("decision", decision);
    }

    private static Json metrics(Instant now) {
        var dimensions = new JsonArray(List.of(new JsonArray(List.of(Json.of("network")))));
        var metrics = new JsonArray(List.of(metric("leaseHours"), metric("leaseFailures")));
        var directive =
                Json.object()
                        .with("Namespace", "Earshot")
                        .with("Dimensions", dimensions)
                        .with("Metrics", metrics)
                        .build();
        return Json.object()
                .with("Timestamp", Json.of(now.toEpochMilli()))
                .with("CloudWatchMetrics", new JsonArray(List.of(directive)))
                .build();
    }

    private static Json metric(String name) {
        return Json.object().with("Name", name).with("Unit", "None").build();
    }

    private void print(JsonMembers line) {
        out.println(line.write());
    }
}
