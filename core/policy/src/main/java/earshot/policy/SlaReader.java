package earshot.policy;

import earshot.domain.policy.Goals;
import earshot.domain.policy.Ladder;
import earshot.domain.policy.Priority;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.WorkingCalendar;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code slas}, which name a calendar and a ladder. */
final class SlaReader {
    private final Map<String, WorkingCalendar> calendars;
    private final Map<String, Ladder> ladders;

    SlaReader(Map<String, WorkingCalendar> calendars, Map<String, Ladder> ladders) {
        this.calendars = calendars;
        this.ladders = ladders;
    }

    /** Null when something that it needs is missing or faulty. */
    @Nullable SlaPolicy read(String name, Section section) {
        var calendar = section.required("calendar", Spellings.named("calendar", calendars));
        var ladder = section.required("ladder", Spellings.named("ladder", ladders));
        var goals = goals(section.requiredSection("goals"));
        section.done();
        if (calendar == null || ladder == null || goals.size() < Priority.values().length) {
            return null;
        }
        return new SlaPolicy(name, calendar, goals, ladder);
    }

    private static Map<Priority, Goals> goals(Section section) {
        var goals = new EnumMap<Priority, Goals>(Priority.class);
        for (var priority : Priority.values()) {
            var one = section.requiredSection(priority.word());
            if (!section.has(priority.word())) {
                continue;
            }
            var first = one.required("first", Spellings::working);
            var next = one.required("next", Spellings::working);
            if (first != null && next != null) {
                goals.put(priority, new Goals(first, next));
            }
            one.done();
        }
        section.done();
        return goals;
    }
}
