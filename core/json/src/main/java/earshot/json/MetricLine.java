package earshot.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the log that CloudWatch counts too: its embedded metric format, in the namespace {@code
 * Earshot}, by one dimension at most.
 */
public final class MetricLine {
    private final Instant at;
    private final List<Json> metrics = new ArrayList<>();
    private final JsonMembers values = Json.object();
    private List<Json> dimensions = List.of();

    public MetricLine(Instant at) {
        this.at = at;
    }

    /** Each value of a dimension is a series of its own, and is paid for. */
    public MetricLine by(String dimension, String value) {
        dimensions = List.of(Json.of(dimension));
        values.with(dimension, value);
        return this;
    }

    public MetricLine count(String name, long count) {
        return add(name, "Count", count);
    }

    public MetricLine milliseconds(String name, long milliseconds) {
        return add(name, "Milliseconds", milliseconds);
    }

    private MetricLine add(String name, String unit, long value) {
        metrics.add(Json.object().with("Name", name).with("Unit", unit).build());
        values.with(name, Json.of(value));
        return this;
    }

    /** The line; what more is to be told is put behind. */
    public JsonMembers members() {
        var directive =
                Json.object()
                        .with("Namespace", "Earshot")
                        .with("Dimensions", new JsonArray(List.of(new JsonArray(dimensions))))
                        .with("Metrics", new JsonArray(metrics))
                        .build();
        var embedded =
                Json.object()
                        .with("Timestamp", Json.of(at.toEpochMilli()))
                        .with("CloudWatchMetrics", new JsonArray(List.of(directive)))
                        .build();
        var line = Json.object().with("_aws", embedded);
        values.build().members().forEach(line::with);
        return line;
    }
}
