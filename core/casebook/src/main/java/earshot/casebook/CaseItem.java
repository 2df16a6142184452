package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.PostOrder;
import earshot.domain.cases.Status;
import earshot.domain.cases.Summary;
import earshot.domain.policy.Priority;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as the case table spells it, with the keys of its indexes. */
final class CaseItem {
    private static final int TEAM_SHARDS = 4;
    private static final int DUE_SHARDS = 8;

    private CaseItem() {}

    static JsonObject write(Case of) {
        var summary = of.summary();
        var item =
                Json.object()
                        .with("caseId", of.id().toString())
                        .with("status", of.status().word())
                        .with("priority", of.priority().word())
                        .with("team", of.team())
                        .with("assignee", of.desk().assignee())
                        .withTexts("tags", of.desk().tags())
                        .with("network", of.id().conversation().network().slug())
                        .with("account", summary.accounts().getFirst());
        if (summary.score() != 0) {
            item.with("priorityScore", summary.score());
        }
        if (summary.accounts().size() > 1) {
            item.withTexts("accounts", summary.accounts());
        }
        item.with("desk", desk(of));
        summary(summary, item);
        item.with("sla", CycleItem.sla(of))
                .withTexts("flags", flags(of))
                .withTexts("relatedCases", of.related().stream().map(CaseId::toString).toList())
                .with("frontier", order(of.progress().frontier()))
                .with("folded", of.progress().folded());
        var after = of.progress().after();
        if (after != null) {
            item.with("after", order(after)).with("accounted", of.progress().accounted());
        }
        item.with("resolve", resolve(of.resolve())).with("snooze", snooze(of.snooze()));
        var successor = of.successor();
        item.with("successor", successor == null ? null : successor.toString())
                .withTexts("lateIds", of.late().stream().map(PostId::value).toList())
                .withItems("pending", of.pending().stream().map(PendingItem::write).toList());
        indexes(of, item);
        return item.with("updatedAt", Timestamp.of(of.updatedAt()))
                .with("version", Json.of(of.version()))
                .with("schemaVersion", 1)
                .build();
    }

    /** What people chose, beside what the rules would say. */
    private static @Nullable Json desk(Case of) {
        var desk = of.desk();
        if (desk.priority() == null && desk.team() == null) {
            return null;
        }
        return Json.object()
                .with("priority", desk.priority() == null ? null : desk.priority().word())
                .with("team", desk.team())
                .with("ruledPriority", of.summary().priority().word())
                .with("ruledTeam", of.summary().team())
                .build();
    }

    private static void summary(Summary summary, JsonMembers item) {
        var c = summary.customer();
        var customer =
                Json.object()
                        .with("id", c.id())
                        .with("handle", c.handle())
                        .with("name", c.name())
                        .with("followers", c.followers())
                        .build();
        item.with("surface", summary.surface().word())
                .with("customer", customer.members().isEmpty() ? null : customer)
                .with("customerKey", summary.customerKey())
                .withTexts("themes", summary.themes())
                .with("language", summary.language())
                .with("rating", EntryItem.rating(summary.rating()))
                .with("excerpt", summary.excerpt())
                .with("permalink", summary.permalink())
                .with("openedAt", Timestamp.of(summary.openedAt()))
                .with("lastCustomerPostAt", Timestamp.of(summary.lastCustomerPostAt()))
                .with("lastReplyAt", Attributes.spelled(summary.lastReplyAt()))
                .with("postCount", summary.postCount());
    }

    private static List<String> flags(Case of) {
        var flags = new ArrayList<String>();
        if (of.summary().unknownAccount()) {
            flags.add("unknownAccount");
        }
        if (!of.late().isEmpty()) {
            flags.add("late");
        }
        if (of.summary().truncated()) {
            flags.add("truncated");
        }
        return flags;
    }

    private static @Nullable Json resolve(Case.@Nullable Resolve resolve) {
        if (resolve == null) {
            return null;
        }
        var reopened = resolve.reopened();
        return Json.object()
                .with("at", Timestamp.of(resolve.at()))
                .with("by", resolve.by())
                .with("reason", resolve.reason())
                .with("frontier", order(resolve.frontier()))
                .with("folded", resolve.folded())
                .with("cycles", resolve.cycles())
                .with(
                        "reopened",
                        reopened == null
                                ? null
                                : Json.object()
                                        .with("cycle", reopened.cycle())
                                        .with("at", Timestamp.of(reopened.at()))
                                        .with("by", reopened.by())
                                        .build())
                .build();
    }

    private static @Nullable Json snooze(Case.@Nullable Snooze snooze) {
        return snooze == null
                ? null
                : Json.object()
                        .with("until", Timestamp.of(snooze.until()))
                        .with("folded", snooze.folded())
                        .with("by", snooze.by())
                        .build();
    }

    /** The published instant, the side as {@code c} or {@code o}, the post id. */
    static String order(PostOrder order) {
        return Timestamp.of(order.published()) + (order.ours() ? " o " : " c ") + order.postId();
    }

    static PostOrder orderOf(String text) {
        int space = text.indexOf(' ');
        return new PostOrder(
                Instant.parse(text.substring(0, space)),
                text.charAt(space + 1) == 'o',
                text.substring(space + 3));
    }

    /** Present only while the question of the index applies to the case. */
    private static void indexes(Case of, JsonMembers item) {
        var conversation = of.id().conversation();
        var open = of.openCycle();
        boolean live = of.status() != Status.RESOLVED && of.status() != Status.IGNORED;
        var orderKey = live && open != null ? open.dueAt() : of.summary().lastCustomerPostAt();
        item.with(
                        "teamStatus",
                        of.team()
                                + "#"
                                + of.status().word()
                                + "#"
                                + Math.floorMod(conversation.value().hashCode(), TEAM_SHARDS))
                .with("orderKey", Timestamp.of(orderKey))
                .with("openAssignee", live ? of.desk().assignee() : null);
        if (of.stepKey() != null) {
            item.with("dueShard", dueShard(conversation))
                    .with("stepKey", Timestamp.of(of.stepKey()));
        }
    }

    /** The partition of the index {@code byDue} for all that waits in a conversation. */
    static String dueShard(ConversationKey conversation) {
        return "DUE#" + Math.floorMod(conversation.value().hashCode(), DUE_SHARDS);
    }

    static List<String> dueShards() {
        var shards = new ArrayList<String>();
        for (int i = 0; i < DUE_SHARDS; i++) {
            shards.add("DUE#" + i);
        }
        return shards;
    }

    static List<String> teamShards(String team, Status status) {
        var shards = new ArrayList<String>();
        for (int i = 0; i < TEAM_SHARDS; i++) {
            shards.add(team + "#" + status.word() + "#" + i);
        }
        return shards;
    }

    static Case read(Json item) {
        var id = CaseId.parse(Attributes.text(item, "caseId"));
        var desk = item.get("desk");
        return new Case(
                id,
                Attributes.word(Status.class, item, "status"),
                summaryOf(item),
                new Case.Choices(
                        desk.has("priority")
                                ? Attributes.word(Priority.class, desk, "priority")
                                : null,
                        desk.text("team"),
                        item.text("assignee"),
                        Attributes.texts(item, "tags")),
                CycleItem.cycles(item.get("sla")),
                progress(item),
                resolveOf(item.get("resolve")),
                snoozeOf(item.get("snooze")),
                maybeCase(item.text("successor")),
                Attributes.texts(item, "relatedCases").stream().map(CaseId::parse).toList(),
                Attributes.texts(item, "lateIds").stream()
                        .map(value -> new PostId(id.conversation().network(), value))
                        .toList(),
                item.items("pending").stream().map(p -> PendingItem.read(p, id)).toList(),
                Attributes.maybeInstant(item, "stepKey"),
                Attributes.instant(item, "updatedAt"),
                Attributes.number(item, "version", 0));
    }

    private static @Nullable CaseId maybeCase(@Nullable String id) {
        return id == null ? null : CaseId.parse(id);
    }

    private static Case.Progress progress(Json item) {
        var after = item.text("after");
        return new Case.Progress(
                orderOf(Attributes.text(item, "frontier")),
                (int) Attributes.number(item, "folded", 0),
                after == null ? null : orderOf(after),
                (int) Attributes.number(item, "accounted", 0));
    }

    private static Summary summaryOf(Json item) {
        var customer = item.get("customer");
        var desk = item.get("desk");
        var accounts = Attributes.texts(item, "accounts");
        var flags = Attributes.texts(item, "flags");
        return Summary.made()
                .accounts(accounts.isEmpty() ? List.of(Attributes.text(item, "account")) : accounts)
                .surface(Attributes.word(Surface.class, item, "surface"))
                .customer(
                        new Author.Customer(
                                customer.text("id"),
                                customer.text("handle"),
                                customer.text("name"),
                                customer.integer("followers")))
                .customerKey(item.text("customerKey"))
                .language(item.text("language"))
                .rating(EntryItem.ratingOf(item.get("rating")))
                .excerpt(item.text("excerpt"))
                .permalink(item.text("permalink"))
                .team(
                        desk.has("ruledTeam")
                                ? Attributes.text(desk, "ruledTeam")
                                : Attributes.text(item, "team"))
                .sla(Attributes.text(item.get("sla"), "policy"))
                .priority(
                        desk.has("ruledPriority")
                                ? Attributes.word(Priority.class, desk, "ruledPriority")
                                : Attributes.word(Priority.class, item, "priority"))
                .score((int) Attributes.number(item, "priorityScore", 0))
                .themes(Attributes.texts(item, "themes"))
                .unknownAccount(flags.contains("unknownAccount"))
                .truncated(flags.contains("truncated"))
                .openedAt(Attributes.instant(item, "openedAt"))
                .lastCustomerPostAt(Attributes.instant(item, "lastCustomerPostAt"))
                .lastReplyAt(Attributes.maybeInstant(item, "lastReplyAt"))
                .postCount((int) Attributes.number(item, "postCount", 0))
                .done();
    }

    private static Case.@Nullable Resolve resolveOf(Json item) {
        if (!(item instanceof JsonObject)) {
            return null;
        }
        var reopened = item.get("reopened");
        return new Case.Resolve(
                Attributes.instant(item, "at"),
                Attributes.text(item, "by"),
                Attributes.text(item, "reason"),
                orderOf(Attributes.text(item, "frontier")),
                (int) Attributes.number(item, "folded", 0),
                (int) Attributes.number(item, "cycles", 0),
                reopened instanceof JsonObject
                        ? new Case.Reopening(
                                Attributes.text(reopened, "cycle"),
                                Attributes.instant(reopened, "at"),
                                Attributes.text(reopened, "by"))
                        : null);
    }

    private static Case.@Nullable Snooze snoozeOf(Json item) {
        return item instanceof JsonObject
                ? new Case.Snooze(
                        Attributes.instant(item, "until"),
                        (int) Attributes.number(item, "folded", 0),
                        Attributes.text(item, "by"))
                : null;
    }
}
