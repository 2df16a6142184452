package earshot.local.text;

import earshot.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One notice, as its webhook tells it. */
public record Notification(Json notice) {
    /** The notices of one call: one, or a list of those that leave together. */
    public static List<Notification> of(Json body) {
        var told = body.has("data") ? body.get("data") : body;
        var list = told.items("notices");
        return (list.isEmpty() ? List.of(told) : list).stream().map(Notification::new).toList();
    }

    /** Who is told what of which case. */
    public String line(Instant now) {
        return "%s of %s response to %s: %s, %s, %s"
                .formatted(
                        field("step"),
                        field("target"),
                        field("recipient"),
                        field("customer"),
                        due(now),
                        field("caseId"));
    }

    private String due(Instant now) {
        try {
            return Spans.left(Instant.parse(field("dueAt")), now);
        } catch (DateTimeException e) {
            return "due " + field("dueAt");
        }
    }

    private String field(String name) {
        return Objects.requireNonNullElse(notice.text(name), "?");
    }
}
