package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Notice;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import earshot.domain.post.Network;
import earshot.domain.post.Surface;
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
                CaseId.parse(Attributes.text(item, "caseId")),
                Attributes.text(item, "cycle"),
                Attributes.word(Target.class, item, "target"),
                Attributes.text(item, "step"),
                Attributes.text(item, "recipient"),
                Attributes.instant(item, "decidedAt"),
                new Notice.Why(
                        new Network(Attributes.text(why, "network")),
                        Attributes.word(Surface.class, why, "surface"),
                        Attributes.text(why, "account"),
                        why.text("customer"),
                        why.text("excerpt"),
                        why.text("permalink"),
                        Attributes.word(Priority.class, why, "priority"),
                        Attributes.text(why, "team"),
                        why.text("assignee"),
                        Attributes.text(why, "policy"),
                        (int) Attributes.number(why, "version", 0),
                        Attributes.text(why, "calendar"),
                        Attributes.instant(why, "startedAt"),
                        Attributes.instant(why, "dueAt"),
                        Attributes.instant(why, "stepAt"),
                        Duration.parse(Attributes.text(why, "lag"))));
    }
}
