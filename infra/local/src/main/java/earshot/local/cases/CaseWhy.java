package earshot.local.cases;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices;
import earshot.domain.cases.Case;
import earshot.domain.cases.Notice;
import earshot.domain.cases.WaitCycle;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Step;
import earshot.local.text.Spans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a clock runs as it does: what was promised, and its steps sent, skipped and to come. */
record CaseWhy(CaseTable table, Instant now) {
    List<String> of(Case of, List<Notices.StoredNotice> notices) {
        var cycle = of.response();
        if (cycle == null) {
            return List.of("Nothing was promised: no clock.");
        }
        var policies = table.policies(Clock.fixed(now, ZoneOffset.UTC));
        var sla = policies.version(cycle.pin().version()).sla(cycle.pin().sla());
        var lines = new ArrayList<>(promise(cycle, sla));
        lines.addAll(steps(cycle, sla, notices));
        return lines;
    }

    private List<String> promise(WaitCycle cycle, SlaPolicy sla) {
        var pin = cycle.pin();
        var lines = new ArrayList<String>();
        lines.add("why");
        lines.add(
                "  promise   %s, policy version %d, SLA %s, calendar %s, goal %s%s"
                        .formatted(
                                CaseView.target(cycle),
                                pin.version(),
                                pin.sla(),
                                sla.calendar().name(),
                                Spans.of(pin.goal()),
                                pin.manual() ? ", chosen by a person" : ""));
        var lag = Duration.between(cycle.startedAt(), pin.heardAt());
        lines.add(
                "  started   %s, heard %s later"
                        .formatted(CaseView.time(cycle.startedAt()), Spans.of(lag)));
        lines.add("  due       " + CaseView.time(cycle.dueAt()) + ", " + ending(cycle));
        var seen = cycle.acknowledged();
        if (seen != null) {
            lines.add("  seen to   by " + seen.by() + " since " + CaseView.time(seen.at()));
        }
        return lines;
    }

    private String ending(WaitCycle cycle) {
        return cycle.endedAt() == null
                ? Spans.left(cycle.dueAt(), now)
                : cycle.state().word() + " at " + CaseView.time(cycle.endedAt());
    }

    private static List<String> steps(
            WaitCycle cycle, SlaPolicy sla, List<Notices.StoredNotice> notices) {
        var told =
                notices.stream()
                        .filter(kept -> kept.notice().cycle().equals(cycle.name()))
                        .collect(Collectors.groupingBy(kept -> kept.notice().step()));
        var lines = new ArrayList<String>();
        var steps = sla.ladder().steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var at = sla.instantOf(step, cycle.startedAt(), cycle.pin().goal(), cycle.dueAt());
            var fate = fate(step, i, cycle, told);
            lines.add("  %-9s %s  %s".formatted(step.name(), CaseView.time(at), fate));
        }
        if (told.containsKey(Notice.CORRECTED)) {
            lines.add("  corrected: the answer was in time after all, and those told know it");
        }
        return lines;
    }

    private static String fate(
            Step step, int index, WaitCycle cycle, Map<String, List<Notices.StoredNotice>> told) {
        var sent = told.getOrDefault(step.name(), List.of());
        if (!sent.isEmpty()) {
            return sent.stream()
                    .map(kept -> kept.notice().recipient() + " " + kept.state())
                    .collect(Collectors.joining(", "));
        }
        if (index < cycle.fired()) {
            return step.to().isEmpty() ? "past" : "skipped";
        }
        return cycle.isOpen() ? "to come" : "not needed";
    }
}
