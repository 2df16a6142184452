package earshot.local.cases;

import earshot.domain.cases.Case;
import earshot.local.text.Columns;
import earshot.local.text.OneLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cases as a table for a terminal. */
public final class CaseTableau {
    private static final List<String> HEAD =
            List.of("CASE", "STATUS", "PRIORITY", "TEAM", "FOR", "CUSTOMER", "CLOCK", "SAYS");
    private static final int SAYS = 40;

    private CaseTableau() {}

    /** One line a case below a head; a sentence where there is none. */
    public static String of(List<Case> cases, Instant now) {
        if (cases.isEmpty()) {
            return "No cases.";
        }
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        cases.forEach(each -> rows.add(row(each, now)));
        return Columns.of(rows);
    }

    private static List<String> row(Case of, Instant now) {
        return List.of(
                of.id().toString(),
                of.status().word(),
                of.priority().word(),
                of.team(),
                Objects.requireNonNullElse(of.desk().assignee(), "-"),
                CaseLines.customer(of.summary().customer()),
                CaseLines.clock(of, now),
                OneLine.of(Objects.requireNonNullElse(of.summary().excerpt(), "-"), SAYS));
    }
}
