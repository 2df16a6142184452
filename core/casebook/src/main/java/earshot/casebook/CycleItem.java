package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.WaitCycle;
import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.Target;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case: {@code sla{policy,version,response{…},earlier[…]}}. {@code policy} and
 * {@code version} are those of the response clock; an earlier cycle names its own where they
 * differ.
 */
final class CycleItem {
    private CycleItem() {}

    static Json sla(Case of) {
        var response = of.response();
        var item = Json.object().with("policy", of.summary().sla());
        if (response != null) {
            item.with("version", response.pin().version())
                    .with("response", write(response, of.summary().sla()));
            var earlier = of.cycles().subList(0, of.cycles().size() - 1);
            item.withItems(
                    "earlier",
                    earlier.stream().map(c -> (Json) write(c, of.summary().sla())).toList());
        }
        return item.build();
    }

    private static JsonObject write(WaitCycle cycle, String usual) {
        var pin = cycle.pin();
        boolean met = cycle.state() == State.MET || cycle.state() == State.MET_LATE;
        var item =
                Json.object()
                        .with("cycle", cycle.name())
                        .with("target", cycle.target().word())
                        .with("state", cycle.state().word())
                        .with("startedAt", Timestamp.of(cycle.startedAt()))
                        .with("dueAt", Timestamp.of(cycle.dueAt()))
                        .with(met ? "metAt" : "endedAt", Attributes.spelled(cycle.endedAt()));
        if (!cycle.overrun().isZero()) {
            item.with("overrun", cycle.overrun().toString());
        }
        item.with("goal", pin.goal().toString())
                .with("policy", pin.sla().equals(usual) ? null : pin.sla())
                .with("version", pin.version())
                .with("floor", Attributes.spelled(pin.floor()));
        if (pin.manual()) {
            item.with("manual", true);
        }
        item.with("heardAt", Timestamp.of(pin.heardAt()))
                .with("quietUntil", Attributes.spelled(pin.quietUntil()));
        if (cycle.fired() > 0) {
            item.with("fired", cycle.fired());
        }
        var seen = cycle.acknowledged();
        if (seen != null) {
            item.with("acknowledgedBy", seen.by()).with("acknowledgedAt", Timestamp.of(seen.at()));
        }
        return item.build();
    }

    static List<WaitCycle> cycles(Json sla) {
        var cycles = new ArrayList<WaitCycle>();
        var usual = Attributes.text(sla, "policy");
        for (var earlier : sla.items("earlier")) {
            cycles.add(read(earlier, usual));
        }
        if (sla.get("response") instanceof JsonObject response) {
            cycles.add(read(response, usual));
        }
        return cycles;
    }

    private static WaitCycle read(Json item, String usual) {
        var metAt = Attributes.maybeInstant(item, "metAt");
        var policy = item.text("policy");
        return new WaitCycle(
                Attributes.text(item, "cycle"),
                Attributes.word(Target.class, item, "target"),
                Attributes.word(State.class, item, "state"),
                Attributes.instant(item, "startedAt"),
                Attributes.instant(item, "dueAt"),
                metAt == null ? Attributes.maybeInstant(item, "endedAt") : metAt,
                new WaitCycle.Pin(
                        policy == null ? usual : policy,
                        (int) Attributes.number(item, "version", 0),
                        Duration.parse(Attributes.text(item, "goal")),
                        Attributes.maybeInstant(item, "floor"),
                        Attributes.flag(item, "manual"),
                        Attributes.instant(item, "heardAt"),
                        Attributes.maybeInstant(item, "quietUntil")),
                (int) Attributes.number(item, "fired", 0),
                acknowledgement(item));
    }

    private static WaitCycle.@Nullable Acknowledgement acknowledgement(Json item) {
        Instant at = Attributes.maybeInstant(item, "acknowledgedAt");
        return at == null
                ? null
                : new WaitCycle.Acknowledgement(Attributes.text(item, "acknowledgedBy"), at);
    }
}
