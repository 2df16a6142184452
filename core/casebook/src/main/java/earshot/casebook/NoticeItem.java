package earshot.casebook;

import earshot.domain.CaseId;
import earshot.domain.Network;
import earshot.domain.Notice;
import earshot.domain.Priority;
import earshot.domain.Surface;
import earshot.domain.Target;
import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Duration;

/** A notice with all that explains it. */
final class NoticeItem {
    private NoticeItem() {}

    static JsonObject write(Notice notice) {
        var why = notice.why();
        return Json.object()
                .with("caseId", notice.caseId().toString())
                .with("cycle", notice.cycle())
                .with("target", notice.target().word())
                .with("step", notice.step())
                .with("recipient", notice.recipient())
                .with("decidedAt", Timestamp.of(notice.decidedAt()))
                .with(
                        "why",
                        Json.object()
                                .with("network", why.network().slug())
                                .with("surface", why.surface().word())
                                .with("account", why.account())
                                .with("customer", why.customer())
                                .with("excerpt", why.excerpt())
                                .with("permalink", why.permalink())
                                .with("priority", why.priority().word())
                                .with("team", why.team())
                                .with("assignee", why.assignee())
                                .with("policy", why.sla())
                                .with("version", why.policyVersion())
                                .with("calendar", why.calendar())
                                .with("startedAt", Timestamp.of(why.startedAt()))
                                .with("dueAt", Timestamp.of(why.dueAt()))
                                .with("stepAt", Timestamp.of(why.stepAt()))
                                .with("lag", why.lag().toString())
                                .build())
                .build();
    }

    static Notice read(Json item) {
        var why = item.get("why");
        return new Notice(
                CaseId.parse(Read.text(item, "caseId")),
                Read.text(item, "cycle"),
                Read.word(Target.class, item, "target"),
                Read.text(item, "step"),
                Read.text(item, "recipient"),
                Read.instant(item, "decidedAt"),
                new Notice.Why(
                        new Network(Read.text(why, "network")),
                        Read.word(Surface.class, why, "surface"),
                        Read.text(why, "account"),
                        why.text("customer"),
                        why.text("excerpt"),
                        why.text("permalink"),
                        Read.word(Priority.class, why, "priority"),
                        Read.text(why, "team"),
                        why.text("assignee"),
                        Read.text(why, "policy"),
                        (int) Read.number(why, "version", 0),
                        Read.text(why, "calendar"),
                        Read.instant(why, "startedAt"),
                        Read.instant(why, "dueAt"),
                        Read.instant(why, "stepAt"),
                        Duration.parse(Read.text(why, "lag"))));
    }
}
