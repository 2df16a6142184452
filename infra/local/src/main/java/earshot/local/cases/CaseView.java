package earshot.local.cases;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices;
import earshot.domain.cases.Case;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Pending;
import earshot.domain.cases.Status;
import earshot.domain.cases.WaitCycle;
import earshot.local.text.OneLine;
import earshot.local.text.Spans;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One case to be read from top to bottom: what it is, its clock, and all that happened. */
public final class CaseView {
    private final CaseDesk desk;
    private final CaseTable table;
    private final Instant now;

    public CaseView(CaseDesk desk, Instant now) {
        this.desk = desk;
        this.table = desk.table();
        this.now = now;
    }

    /** Something that happened at an instant. */
    private record Event(Instant at, String text) {}

    public String of(String id, boolean why) {
        var found = desk.get(id);
        var lines = new ArrayList<String>();
        head(found, lines);
        var notices =
                table.notices().of(found.id().conversation()).stream()
                        .filter(kept -> kept.notice().caseId().equals(found.id()))
                        .toList();
        lines.add("");
        events(found, notices).forEach(event -> lines.add(time(event.at()) + "  " + event.text()));
        if (why) {
            lines.add("");
            lines.addAll(new CaseWhy(table, now).of(found, notices));
        }
        return String.join("\n", lines);
    }

    private void head(Case of, List<String> lines) {
        var summary = of.summary();
        lines.add(CaseLines.of(of, now));
        lines.add(
                "customer   "
                        + CaseLines.customer(summary.customer())
                        + (summary.customerKey() == null ? "" : "  " + summary.customerKey()));
        lines.add("account    " + String.join(", ", summary.accounts()));
        if (summary.permalink() != null) {
            lines.add("permalink  " + OneLine.of(summary.permalink()));
        }
        if (!summary.themes().isEmpty()) {
            lines.add("themes     " + String.join(", ", summary.themes()));
        }
        if (!of.desk().tags().isEmpty()) {
            lines.add("tags       " + String.join(", ", of.desk().tags()));
        }
        if (!of.related().isEmpty()) {
            lines.add(
                    "related    "
                            + of.related().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
        if (of.status() == Status.RESOLVED) {
            lines.add("resolved   " + CaseLines.reason(of) + by(of.resolve()));
        }
        if (of.successor() != null) {
            lines.add("goes on in " + of.successor());
        }
    }

    private static String by(Case.@Nullable Resolve end) {
        return end == null ? "" : ", by %s at %s".formatted(end.by(), time(end.at()));
    }

    private List<Event> events(Case of, List<Notices.StoredNotice> notices) {
        var events = new ArrayList<Event>();
        var conversation = of.id().conversation();
        for (var entry : table.entries().of(conversation)) {
            events.add(new Event(entry.order().published(), "post    " + CaseLines.of(entry)));
            changes(entry, events);
        }
        for (var action : table.cases().actions(conversation)) {
            events.add(new Event(action.at(), "action  " + text(action)));
        }
        for (var kept : notices) {
            var at = kept.sentAt() == null ? kept.notice().decidedAt() : kept.sentAt();
            events.add(new Event(at, "notice  " + text(kept)));
        }
        for (var cycle : of.cycles()) {
            if (cycle.isOpen()) {
                events.add(
                        new Event(
                                cycle.dueAt(),
                                "due     "
                                        + target(cycle)
                                        + ", "
                                        + Spans.left(cycle.dueAt(), now)));
            }
        }
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    private static void changes(Entry entry, List<Event> events) {
        if (entry.editedAt() != null) {
            events.add(
                    new Event(
                            entry.editedAt(),
                            "edit    "
                                    + OneLine.of(
                                            Objects.requireNonNullElse(entry.text(), ""), 60)));
        }
        if (entry.deletedAt() != null) {
            events.add(new Event(entry.deletedAt(), "delete  " + entry.id().value()));
        }
    }

    private static String text(Pending.Action action) {
        var details =
                action.details().entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> each.getKey() + "=" + OneLine.of(each.getValue(), 80))
                        .collect(Collectors.joining(" "));
        return action.kind() + " by " + action.by() + (details.isEmpty() ? "" : "  " + details);
    }

    private static String text(Notices.StoredNotice kept) {
        var notice = kept.notice();
        return "%s of %s to %s, %s"
                .formatted(
                        notice.step(),
                        notice.target().word().replace('_', ' '),
                        notice.recipient(),
                        kept.state());
    }

    static String target(WaitCycle cycle) {
        return cycle.target().word().replace('_', ' ') + " response";
    }

    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
