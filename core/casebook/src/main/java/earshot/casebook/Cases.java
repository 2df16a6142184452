package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Pending;
import earshot.domain.cases.Status;
import earshot.domain.post.ConversationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Case records: found by conversation, team, assignee, customer or time, written conditionally. */
public final class Cases {
    private final Table table;

    Cases(Table table) {
        this.table = table;
    }

    public Optional<Case> find(CaseId id) {
        return table.get(Keys.of(id)).map(CaseItem::read);
    }

    /** The newest case of a conversation. */
    public Optional<Case> newest(ConversationKey conversation) {
        return table.last(conversation.value(), Keys.CASE).map(CaseItem::read);
    }

    /** All cases of a conversation, oldest first. */
    public List<Case> of(ConversationKey conversation) {
        return table.query(conversation.value(), Keys.CASE).map(CaseItem::read).toList();
    }

    /**
     * Writes a case over the version that it was made of, or for the first time.
     *
     * @return false when another write came first: read, decide and try again
     */
    public boolean write(Case after) {
        var item = CaseItem.write(after);
        var put =
                after.version() == 1
                        ? table.putIfAbsent(Keys.of(after.id()), item)
                        : table.putIf(Keys.of(after.id()), item, "version", after.version() - 1);
        return put instanceof Table.Put.Done;
    }

    /** Whether an action of that cause and instant has been recorded. */
    public boolean hasAction(CaseId id, Instant at, String cause) {
        return table.get(Keys.action(id.conversation(), at, cause)).isPresent();
    }

    /** What was done in a conversation beside posting, oldest first. */
    public List<Pending.Action> actions(ConversationKey conversation) {
        return table.query(conversation.value(), Keys.ACTION)
                .map(item -> PendingItem.actionOf(item, new CaseId(conversation, 1)))
                .toList();
    }

    /** The cases of a team in one status, most pressing first. */
    public Stream<Case> ofTeam(String team, Status status) {
        return CaseItem.teamShards(team, status).stream()
                .flatMap(shard -> table.index("byTeam", "teamStatus", shard, "orderKey", null))
                .sorted(java.util.Comparator.comparing(item -> Attributes.text(item, "orderKey")))
                .flatMap(item -> find(CaseId.parse(caseId(item))).stream());
    }

    /**
     * How a team stands: read from the index alone.
     *
     * @param open cases that wait for us
     * @param oldest when the first of them was opened; null where there is none
     */
    public record Standing(int open, @Nullable Instant oldest) {}

    /** Every open case of a team is counted, so this costs what they are: ask seldom. */
    public Standing standing(String team) {
        int open = 0;
        Instant oldest = null;
        for (var shard : CaseItem.teamShards(team, Status.OPEN)) {
            for (var item : table.index("byTeam", "teamStatus", shard, "orderKey", null).toList()) {
                var opened = Attributes.instant(item, "openedAt");
                open++;
                oldest = oldest == null || opened.isBefore(oldest) ? opened : oldest;
            }
        }
        return new Standing(open, oldest);
    }

    /** The cases that a person has to see to. */
    public Stream<Case> ofAssignee(String assignee) {
        return table.index("byAssignee", "openAssignee", assignee, "orderKey", null)
                .flatMap(item -> find(CaseId.parse(caseId(item))).stream());
    }

    /** Everything that a customer asked, oldest first. */
    public Stream<Case> ofCustomer(String customerKey) {
        return table.index("byCustomer", "customerKey", customerKey, "openedAt", null)
                .flatMap(item -> find(CaseId.parse(caseId(item))).stream());
    }

    /** A case that the clock must look at, and the step that it shows. */
    public record Due(CaseId id, String stepKey) {}

    /** What the clock must look at up to an instant, overdue included. */
    public Stream<Due> due(Instant upTo) {
        return CaseItem.dueShards().stream()
                .flatMap(
                        shard ->
                                table.index(
                                        "byDue", "dueShard", shard, "stepKey", Timestamp.of(upTo)))
                .filter(item -> Attributes.text(item, Keys.SK).startsWith(Keys.CASE))
                .map(item -> new Due(CaseId.parse(caseId(item)), Attributes.text(item, "stepKey")));
    }

    /** The case id follows from the keys: every index has them. */
    private static String caseId(earshot.json.Json item) {
        return Attributes.text(item, Keys.PK)
                + "~"
                + Attributes.text(item, Keys.SK).substring(Keys.CASE.length());
    }
}
