package earshot.local.cases;

import earshot.domain.cases.Case;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Status;
import earshot.domain.cases.WaitCycle;
import earshot.domain.post.Author;
import earshot.local.text.OneLine;
import earshot.local.text.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Posts and cases in one line each. */
public final class CaseLines {
    private static final int EXCERPT = 60;

    private CaseLines() {}

    /** Who wrote where, and what. */
    public static String of(Entry entry) {
        var said = entry.text() == null ? "" : ": " + OneLine.of(entry.text(), EXCERPT);
        return author(entry)
                + " on "
                + entry.id().network().slug()
                + " ("
                + entry.surface().word()
                + ")"
                + said
                + remarks(entry);
    }

    private static String remarks(Entry entry) {
        var remarks = new ArrayList<String>();
        var rating = entry.rating();
        if (rating != null) {
            remarks.add(rating.value().toPlainString() + " of " + rating.best().toPlainString());
        }
        int pictures = entry.versions().getLast().attachments().size();
        if (pictures > 0) {
            remarks.add(pictures + (pictures == 1 ? " attachment" : " attachments"));
        }
        if (!entry.isLive()) {
            remarks.add("deleted");
        } else if (entry.versions().size() > 1) {
            remarks.add("edited");
        }
        if (entry.isHidden()) {
            remarks.add("hidden");
        }
        return remarks.isEmpty() ? "" : " [" + String.join(", ", remarks) + "]";
    }

    static String author(Entry entry) {
        return switch (entry.post().author()) {
            case Author.Customer customer -> customer(customer);
            case Author.Ourselves ours ->
                    "we"
                            + (ours.name() == null ? "" : " (" + OneLine.of(ours.name(), 30) + ")")
                            + ", "
                            + entry.side().word();
        };
    }

    static String customer(Author.Customer customer) {
        var name = customer.name() == null ? customer.handle() : customer.name();
        return OneLine.of(Objects.requireNonNullElse(name, "somebody"), 30);
    }

    /** Where a case stands. */
    public static String of(Case of, Instant now) {
        var words = new ArrayList<>(List.of(of.status().word(), of.priority().word(), of.team()));
        if (of.desk().assignee() != null) {
            words.add(of.desk().assignee());
        }
        words.add(clock(of, now));
        return of.id() + "  " + String.join(", ", words);
    }

    /** Why it is over; when nobody said so, the customer took every post back. */
    public static String reason(Case of) {
        if (of.status() != Status.RESOLVED) {
            return "none";
        }
        var end = of.resolve();
        return end == null ? "deleted" : end.reason();
    }

    /** The response clock, with what is left of it while it runs. */
    public static String clock(Case of, Instant now) {
        var cycle = of.response();
        if (cycle == null) {
            return "no clock";
        }
        if (cycle.isOpen()) {
            return cycle.state().word() + ", " + Spans.left(cycle.dueAt(), now);
        }
        return cycle.state() == WaitCycle.State.MET_LATE
                ? cycle.state().word() + ", " + Spans.of(cycle.overrun()) + " late"
                : cycle.state().word();
    }
}
