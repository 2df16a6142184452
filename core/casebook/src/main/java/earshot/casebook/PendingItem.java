package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Pending;
import earshot.domain.policy.Target;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a case has decided and not yet carried out, and the actions that come of it. */
final class PendingItem {
    private PendingItem() {}

    static Json write(Pending pending) {
        return switch (pending) {
            case Pending.Action action -> action(action);
            case Pending.Tell tell ->
                    Json.object().with("tell", NoticeItem.write(tell.notice())).build();
            case Pending.Correct correct ->
                    Json.object()
                            .with("correct", correct.cycle())
                            .with("target", correct.target().word())
                            .with("at", Timestamp.of(correct.at()))
                            .build();
            case Pending.Relate relate ->
                    Json.object().with("relate", relate.other().toString()).build();
        };
    }

    static Pending read(Json item, CaseId id) {
        if (item.has("tell")) {
            return new Pending.Tell(NoticeItem.read(item.get("tell")));
        }
        if (item.has("correct")) {
            return new Pending.Correct(
                    Attributes.text(item, "correct"),
                    Attributes.word(Target.class, item, "target"),
                    Attributes.instant(item, "at"));
        }
        return item.has("relate")
                ? new Pending.Relate(CaseId.parse(Attributes.text(item, "relate")))
                : actionOf(item, id);
    }

    static JsonObject action(Pending.Action action) {
        var details = Json.object();
        action.details().forEach(details::with);
        var written = details.build();
        return Json.object()
                .with("caseId", action.caseId().toString())
                .with("action", action.kind())
                .with("cause", action.cause())
                .with("at", Timestamp.of(action.at()))
                .with("by", action.by())
                .with("details", written.members().isEmpty() ? null : written)
                .build();
    }

    static Pending.Action actionOf(Json item, CaseId id) {
        return new Pending.Action(
                item.has("caseId") ? CaseId.parse(Attributes.text(item, "caseId")) : id,
                Attributes.text(item, "cause"),
                Attributes.instant(item, "at"),
                Attributes.text(item, "action"),
                Attributes.text(item, "by"),
                details(item.get("details")));
    }

    private static Map<String, String> details(Json item) {
        var details = new TreeMap<String, String>();
        if (item instanceof JsonObject object) {
            object.members()
                    .forEach((k, v) -> details.put(k, Objects.requireNonNullElse(v.text(), "")));
        }
        return details;
    }
}
